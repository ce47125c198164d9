/** DESIGN.md, sections 2, 3 and 9: paper, ink, hairlines; kobalt only for what one can act on. */
export const SIGN_IN_STYLE = `:root{color-scheme:light dark;--paper:#fbfbf9;--sheet:#fff;--wash:#f2f3f0;--rule:#d9dad5;--edge:#7f8592;--ink:#131a2e;--ink2:#434a5c;--kobalt:#1540bd;--kobalt-wash:#e8edfa}
@media (prefers-color-scheme:dark){:root{--paper:#0f1421;--sheet:#161c2b;--wash:#1c2334;--rule:#2c3448;--edge:#77819a;--ink:#eceef2;--ink2:#bcc3d1;--kobalt:#9fb6ff;--kobalt-wash:#1c2950}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 17px/26px Archivo,system-ui,sans-serif}
main{max-width:640px;margin:0 auto;padding:32px 20px 64px}
h1{font-size:38px;line-height:40px;font-weight:620;letter-spacing:-.028em;margin:24px 0 16px;text-wrap:balance}
h1 small{display:block;font-size:20px;line-height:28px;font-weight:400;letter-spacing:0;color:var(--ink2)}
h2{font-size:17px;line-height:24px;margin:40px 0 0;padding-top:12px;border-top:1.5px solid var(--ink)}
h2 small{font-weight:400;color:var(--ink2);margin-left:8px}
a{color:var(--kobalt)}
.language{margin:0;text-align:right}
.language a{display:inline-block;padding:4px 0}
.notice{background:var(--wash);padding:12px 16px}
label{display:block;font-weight:600;margin:24px 0 6px}
.row{display:flex;gap:8px}
input[type=search]{flex:1;min-width:0;height:44px;padding:0 12px;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-bottom-color:var(--ink);border-radius:0}
button{min-height:44px;padding:8px 18px;font:inherit;font-weight:600;color:var(--ink);background:none;border:1px solid var(--ink);border-radius:2px;cursor:pointer}
ul{list-style:none;margin:8px 0 24px;padding:0}
li{border-bottom:1px solid var(--rule)}
li button{display:block;width:100%;padding:12px 8px;border:0;border-radius:0;text-align:left;font-weight:400;overflow-wrap:anywhere}
li button b{display:block;font-weight:600;color:var(--kobalt);text-decoration:underline;text-underline-offset:3px}
li button span{color:var(--ink2);font-size:15px}
li button:hover{background:var(--kobalt-wash)}
.cancel{border:0;padding-left:0;font-weight:400;text-decoration:underline}
:focus-visible{outline:3px solid var(--kobalt);outline-offset:2px}
li button:focus-visible{outline-offset:-3px}
`;
