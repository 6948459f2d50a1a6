// Files by their names as a zip archive, by Node's own deflate: what our readers unpack was packed by another writer.
import { crc32, deflateRawSync } from 'node:zlib';

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const letters = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(0x00210000, 6);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(letters.length, 22);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, letters, packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), about, end, letters]));
    bodies.push(body);
    at += body.length;
  }
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(list.length, 4);
  tail.writeUInt16LE(list.length, 6);
  tail.writeUInt32LE(Buffer.concat(list).length, 8);
  tail.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, ...list, Buffer.from('PK\u0005\u0006'), tail]);
}
