// Everything in a file as text, what a zip (.docx, .xlsx) holds unpacked: for tests that look for what must be nowhere.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

export function textOfFile(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return bytes.toString(bytes.subarray(0, 4).includes(0) ? 'latin1' : 'utf8');
  let [at, text] = [0, ''];
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    const [method, size, name, extra] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const content = bytes.subarray(at + 30 + name + extra, at + 30 + name + extra + size);
    text += (method === 8 ? inflateRawSync(content) : content).toString('utf8');
    at += 30 + name + extra + size;
  }
  return text;
}
