/** The package brings no types; this is the part that letters use. */
declare module 'mjml' {
  type MjmlOptions = {
    readonly fonts?: Readonly<Record<string, string>>;
    readonly keepComments?: boolean;
    readonly validationLevel?: 'strict' | 'soft' | 'skip';
  };
  type MjmlResult = {
    readonly html: string;
    readonly errors: readonly { readonly formattedMessage: string }[];
  };
  function mjml2html(markup: string, options?: MjmlOptions): Promise<MjmlResult>;
  export = mjml2html;
}
