/** Bytes that are written one piece after the other into room that grows. */

export type ByteWriter = { room: Uint8Array; at: number };

const encoder = new TextEncoder();

export function openWriter(): ByteWriter {
  return { room: new Uint8Array(1_024), at: 0 };
}

export function putBytes(writer: ByteWriter, bytes: Uint8Array): void {
  const { length } = bytes;
  makeRoom(writer, length);
  const { room, at } = writer;
  // A name or two are written sooner than a copy is begun.
  if (length > 12) room.set(bytes, at);
  else for (let i = 0; i < length; i += 1) room[at + i] = bytes[i] ?? 0;
  writer.at = at + length;
}

/** Most texts are short and plain, and handing those to an encoder takes longer than writing them. */
export function putText(writer: ByteWriter, text: string): void {
  // No letter is more than three bytes for each of its UTF-16 units.
  makeRoom(writer, text.length * 3);
  const { room, at } = writer;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) {
      writer.at = at + encoder.encodeInto(text, room.subarray(at)).written;
      return;
    }
    room[at + i] = code;
  }
  writer.at = at + text.length;
}

export function writtenBytes({ room, at }: ByteWriter): Uint8Array {
  return room.subarray(0, at);
}

function makeRoom(writer: ByteWriter, length: number): void {
  if (writer.at + length <= writer.room.length) return;
  const larger = new Uint8Array(Math.max(writer.room.length * 2, writer.at + length));
  larger.set(writtenBytes(writer));
  writer.room = larger;
}
