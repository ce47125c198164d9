/** `npm start`. All that it loads is loaded after this line, or it would be compiled anew at every start. */
import './keep-compiled.ts';

await import('./serve.ts');
