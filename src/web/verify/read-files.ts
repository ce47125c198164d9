/** The files of a form, unpacked: what each is, its bytes say, when it is checked. */
import { unzipSync } from 'fflate';

export const MAX_FILES = 100;
const MAX_FILE_BYTES = 2 * 1024 * 1024;

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };

/** `too-many`: more than a hundred. `too-large`: one is larger than two mebibytes. `broken-archive`: not to be unpacked. */
export type FilesRefusal = 'too-many' | 'too-large' | 'broken-archive';

export async function readFiles(files: readonly File[]): Promise<readonly GivenFile[] | FilesRefusal> {
  const given: GivenFile[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const unpacked = isZip(bytes) ? unpack(bytes, file.name) : [{ name: file.name, bytes }];
    if (typeof unpacked === 'string') return unpacked;
    given.push(...unpacked);
    if (given.length > MAX_FILES) return 'too-many';
  }
  return given.some(({ bytes }) => bytes.length > MAX_FILE_BYTES) ? 'too-large' : given;
}

function isZip(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);
}

/** Each entry unpacks into a buffer of the size that it claims, so a bomb that lies about its size fails. */
function unpack(bytes: Uint8Array, archive: string): readonly GivenFile[] | FilesRefusal {
  let count = 0;
  let large = false;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (isHidden(name)) return false;
        count += 1;
        large ||= originalSize > MAX_FILE_BYTES;
        return count <= MAX_FILES && !large;
      },
    });
    if (count > MAX_FILES) return 'too-many';
    if (large) return 'too-large';
    return Object.entries(entries).map(([name, inside]) => ({ name: `${archive}/${name}`, bytes: inside }));
  } catch {
    return 'broken-archive';
  }
}

/** Folders, and what operating systems leave behind in archives. */
function isHidden(name: string): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)\./.test(name);
}
