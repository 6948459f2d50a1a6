// How cells of a workbook look: number formats, rules, weight. Styles are numbered as they come up, so that equal sheets are equal bytes.

export interface CellStyle {
  /** Excel's number format. */
  readonly format?: string;
  readonly strong?: boolean;
  readonly indent?: number;
  readonly align?: 'left' | 'right';
  /** Rules of a three-line table: over the heads, under them, both, and under the last row. */
  readonly rule?: 'top' | 'under' | 'head' | 'last';
}

export interface Styles {
  readonly number: (style: CellStyle) => number;
  readonly used: () => boolean;
  readonly xml: (namespace: string, escape: (text: string) => string) => string;
}

const RULES = ['', 'top', 'under', 'head', 'last'] as const;
/** Excel's own formats end here. */
const FIRST_FORMAT = 164;

export function stylesOf(): Styles {
  const styles = new Map<string, { readonly at: number; readonly style: CellStyle }>();
  const formats = new Map<string, number>();
  return {
    number: (style) => {
      const key = JSON.stringify([style.format, style.strong, style.indent, style.align, style.rule]);
      const known = styles.get(key);
      if (known !== undefined) return known.at;
      if (style.format !== undefined && !formats.has(style.format)) formats.set(style.format, FIRST_FORMAT + formats.size);
      // The first is that of cells without any.
      const at = styles.size + 1;
      styles.set(key, { at, style });
      return at;
    },
    used: () => styles.size > 0,
    xml: (namespace, escape) => {
      const side = (name: string, kind: string): string => (kind === '' ? `<${name}/>` : `<${name} style="${kind}"/>`);
      const borders = RULES.map(
        (rule) =>
          `<border><left/><right/>${side('top', rule === 'top' || rule === 'head' ? 'medium' : '')}` +
          `${side('bottom', rule === 'last' ? 'medium' : rule === 'under' || rule === 'head' ? 'thin' : '')}<diagonal/></border>`,
      );
      const looks = [...styles.values()].map(({ style }) => {
        const { format, strong, indent, align, rule } = style;
        const place =
          align === undefined && indent === undefined
            ? ''
            : `<alignment horizontal="${align ?? 'left'}"` + `${indent === undefined ? '' : ` indent="${indent}"`}/>`;
        return (
          `<xf numFmtId="${format === undefined ? 0 : formats.get(format)}" fontId="${strong === true ? 1 : 0}" fillId="0" ` +
          `borderId="${RULES.indexOf(rule ?? '')}" xfId="0" ` +
          `applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${place}</xf>`
        );
      });
      const font = (bold: string): string => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`;
      const counted = (name: string, all: readonly string[]): string => `<${name} count="${all.length}">${all.join('')}</${name}>`;
      const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
      const shown = [...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`);
      return (
        `<styleSheet xmlns="${namespace}">${shown.length === 0 ? '' : counted('numFmts', shown)}` +
        `${counted('fonts', [font(''), font('<b/>')])}` +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        `${counted('borders', borders)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
        `${counted('cellXfs', [plain, ...looks])}` +
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
      );
    },
  };
}
