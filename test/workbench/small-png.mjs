// Makes a screenshot small: the same picture with at most 256 colours (frequent ones, and rare ones that are like none of
// them; the others become the nearest), which nobody sees on text and flat colours. Takes and gives the bytes of a PNG, 8 bits a channel,
// not interlaced.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function smallPng(bytes) {
  const { width, height, channels, pixels } = decode(bytes);
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (let i = 0; i < colours.length; i += 1) {
    const colour = (pixels[i * channels] << 16) | (pixels[i * channels + 1] << 8) | pixels[i * channels + 2];
    colours[i] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf([...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour));
  const index = new Map(palette.map((colour, at) => [colour, at]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colours[y * width + x];
      let at = index.get(colour);
      if (at === undefined) index.set(colour, (at = nearestOf(palette, colour)));
      rows[y * (width + 1) + 1 + x] = at;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = 3;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paletteOf(frequentFirst) {
  const palette = frequentFirst.slice(0, 192);
  const rest = frequentFirst.slice(192).map((colour) => ({ colour, distance: distanceOf(colour, palette[nearestOf(palette, colour)]) }));
  while (palette.length < 256 && rest.length > 0) {
    const farthest = rest.reduce((best, one) => (one.distance > best.distance ? one : best));
    palette.push(farthest.colour);
    for (const one of rest) one.distance = Math.min(one.distance, distanceOf(one.colour, farthest.colour));
  }
  return palette;
}

function distanceOf(a, b) {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

function nearestOf(palette, colour) {
  let best = 0;
  let least = Infinity;
  for (const [at, one] of palette.entries()) {
    const distance = distanceOf(one, colour);
    if (distance < least) {
      least = distance;
      best = at;
    }
  }
  return best;
}

function decode(bytes) {
  const [width, height, type] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25]];
  const channels = type === 6 ? 4 : 3;
  const parts = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : pixels[y * stride + x - channels];
      const up = y === 0 ? 0 : pixels[(y - 1) * stride + x];
      const corner = x < channels || y === 0 ? 0 : pixels[(y - 1) * stride + x - channels];
      pixels[y * stride + x] = raw[y * (stride + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return { width, height, channels, pixels };
}

function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
