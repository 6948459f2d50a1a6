// The small sample that the examples of designs share: twenty-four people of eight villages in four counties, each with a weight.

/** `wt` replaces the weight of a row, `county` its county, `village` its village. */
export function sample(
  change: (row: number) => { readonly wt?: string; readonly county?: string; readonly village?: string } = () => ({}),
): string {
  const lines = ['id,a,b,wt,county,village,units'];
  for (let row = 0; row < 24; row++) {
    const village = row % 8;
    const own = change(row);
    lines.push(
      [
        `R${row + 1}`,
        1 + ((row * 7 + (row % 5)) % 5),
        1 + ((row * 3 + (row % 4)) % 5),
        own.wt ?? (1 + ((row * 5) % 7) / 2).toFixed(1),
        own.county ?? `c${village % 4}`,
        own.village ?? `v${village}`,
        40,
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** A spec on that sample; `design` goes into its data block. */
export function study(design: string, body = ''): string {
  return `study "Example"\n\ndata "survey.csv" {\n  id id\n  ${design}\n}\n\nindicator a on 1..5\nindicator b on 1..5\n${body}`;
}
