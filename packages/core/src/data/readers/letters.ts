// Bytes to text in a named encoding, as the web's Encoding Standard has it. Which encoding is decode.ts'.

// A web standard that browsers and Node share; declared here since core has neither's types.
declare const TextDecoder: new (
  label?: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { readonly encoding: string; decode(bytes?: Uint8Array, options?: { stream?: boolean }): string };

/**
 * What windows-1252 has at 0x80 to 0x9F. Some versions of Node read these bytes as Latin-1, where they are controls: then € and curved
 * quotation marks would be lost, and the same file would read differently on different machines.
 */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const PIECE = 1 << 15;

/** The canonical name of an encoding; null when there is none of that label. */
export function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** Bytes that are no letters become U+FFFD; a byte order mark is left out. */
export function lettersOf(bytes: Uint8Array, label: string): string {
  return encodingNamed(label) === 'windows-1252' ? western(bytes) : new TextDecoder(label).decode(bytes);
}

/** Null when some bytes are no letters. `part`: what is cut off within a letter at the end is no fault. */
export function strictLettersOf(bytes: Uint8Array, label: string, part = false): string | null {
  if (encodingNamed(label) === 'windows-1252') return western(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: part });
  } catch {
    return null;
  }
}

function western(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    text += String.fromCharCode(
      ...Array.from(bytes.subarray(start, start + PIECE), (byte) => (byte >= 0x80 && byte < 0xa0 ? WESTERN.charCodeAt(byte - 0x80) : byte)),
    );
  }
  return text;
}
