// Whether what comes in is framed as the protocol has it: headers with a length, then so many bytes. What is inside a message is the
// library's matter, and so is reading it; but of a stream without frames it would read for ever, and an editor would wait for ever for
// answers.

/** No header of the protocol is nearly as long. */
const LONGEST_HEADER = 8192;
/** No text that an editor sends is. */
const LONGEST_BODY = 1 << 30;
const END = '\r\n\r\n';

/** Takes each chunk as it comes; says what is wrong as soon as something is, null till then. */
export function framing(): (chunk: Buffer) => string | null {
  let head = '';
  let body = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (body > 0) {
        const taken = Math.min(body, chunk.length - at);
        body -= taken;
        at += taken;
        continue;
      }
      const from = head.length;
      head += chunk.toString('latin1', at, at + LONGEST_HEADER + 1);
      const end = head.indexOf(END, Math.max(0, from - END.length));
      if (end < 0) {
        if (head.length > LONGEST_HEADER) return `a header of more than ${LONGEST_HEADER} bytes`;
        return null;
      }
      const wrong = wrongIn(head.slice(0, end).split('\r\n'));
      if (wrong !== null) return wrong;
      body = Number(/^content-length:[ \t]*(\d+)[ \t]*$/imu.exec(head.slice(0, end))![1]);
      at += end + END.length - from;
      head = '';
    }
    return null;
  };
}

function wrongIn(lines: readonly string[]): string | null {
  const stray = lines.find((line) => !/^[!-9;-~]+:/u.test(line));
  if (stray !== undefined) return `"${shortened(stray)}" is no header`;
  const lengths = lines.filter((line) => /^content-length:/iu.test(line)).map((line) => line.slice(line.indexOf(':') + 1).trim());
  if (lengths.length !== 1) return lengths.length === 0 ? 'there is no Content-Length' : 'there are several Content-Lengths';
  return !/^\d{1,10}$/u.test(lengths[0]!) || Number(lengths[0]) > LONGEST_BODY ? `"${shortened(lengths[0]!)}" is no Content-Length` : null;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
