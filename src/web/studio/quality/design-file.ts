/** A design with its dossier as a file. Pure. */
import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import type { DesignContent } from '../../../formats/facts.ts';

const FORMAT = 'waarmerk-design';

export type DesignFile = { readonly content: DesignContent; readonly dossier: Dossier };

export function composeDesignFile({ content, dossier }: DesignFile): Readonly<Record<string, unknown>> {
  return { format: FORMAT, version: 1, content, dossier };
}

/** Undefined for what is no such file. What it says is parsed by the server before it is stored. */
export function readDesignFile(text: string): DesignFile | undefined {
  const value = parseObject(text);
  if (value?.format !== FORMAT || value.version !== 1) return undefined;
  const { content, dossier } = value;
  if (!isObject(content) || !isObject(dossier)) return undefined;
  return { content: content as DesignContent, dossier: dossier as Dossier }; // the server refuses what they are not
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\u{feff}/u, ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
