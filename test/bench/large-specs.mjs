// Specs that are large in one respect each: what bench/linear.mjs measures at n and at 2n. Each is a function of n that gives the files of
// a project, of which the first is the spec. Most hold mistakes: a text is often broken while it is written, and then in thousands of
// places.

const lines = (n, of) => Array.from({ length: n }, (_, i) => of(i)).join('\n');
const list = (n, of, separator = ', ') => Array.from({ length: n }, (_, i) => of(i)).join(separator);
const spec = (text) => ({ 'n.study': `study "n"\n${text}\n` });
const framework = (text) => ({ 'n.study': `framework "n"\n${text}\n` });
const scale = 'scale five 1..5\n';
const withData = (text, rows) => ({ 'n.study': `study "n"\ndata "n.csv" { id id }\n${text}\n`, 'n.csv': rows });

/** Names that look like words of a language, so that the nearest of them is not found at once. */
const word = (i) => {
  let [rest, out] = [i * 7919 + 104729, ''];
  while (rest > 0) {
    out += 'aeioubcdfghklmnprstvwz'.charAt(rest % 22);
    rest = Math.floor(rest / 22);
  }
  return `q_${out}_${i}`;
};

export const largeSpecs = {
  // What is large in a study without mistakes.
  'codes on one line': (n) => framework(`category c { a = ${list(n, (i) => i, ' | ')} }`),
  'levels, one a line': (n) => framework(`category c {\n${lines(n, (i) => `  l${i} "Level ${i}" zh "第${i}" = ${i}`)}\n}`),
  'levels of texts': (n) => framework(`category c {\n${lines(n, (i) => `  l${i} = "Text ${i}"`)}\n}`),
  'levels of ranges': (n) => framework(`category c {\n${lines(n, (i) => `  l${i} = ${2 * i}..${2 * i + 1}`)}\n}`),
  'missing codes': (n) => framework(`indicator q on 1..5 missing ${list(n, (i) => i + 10, ' | ')}`),
  'indicators of a dimension': (n) =>
    framework(`${scale}dimension d on five {\n${lines(n, (i) => `  indicator q${i} "Question ${i}"`)}\n}\nindex x { of d }`),
  'indicators listed': (n) =>
    framework(
      `${scale}${lines(n, (i) => `indicator q${i} on five`)}\ndimension d of ` +
        `${list(n, (i) => `q${i}`)}\nblock b of q0..q${n - 1}\nindex x { of d }`,
    ),
  blocks: (n) => framework(`${scale}${lines(n, (i) => `number v${i}\nblock b${i} of v${i}`)}\nblock all of ${list(n, (i) => `b${i}`)}`),
  'formulas that rest on each other': (n) => framework(lines(n, (i) => (i === 0 ? 'number v0' : `number v${i} = v${i - 1} + 1`))),
  'one long formula': (n) => framework(`number a\nnumber v = ${list(n, () => 'a', ' + ')}`),
  'one long condition': (n) =>
    framework(`number a\nindicator q on 1..5\ncompare k { of q by a where ${list(n, (i) => `a > ${i}`, ' and ')} }`),
  'likes that rest on each other': (n) => framework(lines(n, (i) => (i === 0 ? 'indicator q0 on 1..5' : `indicator q${i} like q${i - 1}`))),
  regressions: (n) => framework(`indicator y on 1..5\nnumber a\n${lines(n, (i) => `regression r${i} { explain y by a }`)}`),
  hypotheses: (n) =>
    framework(
      `indicator y on 1..5\nnumber a\nregression r { explain y by a }\n${lines(n, (i) => `hypothesis h${i} { r.y.beta(a) > ${i} }`)}`,
    ),
  'a printed table of many rows': (n) =>
    spec(
      `published "p" {\n  table "t" r.column.beta(row) {\n    ` +
        `columns y z\n${lines(n, (i) => `    a${i} 0.${100 + (i % 900)} ${i % 7 === 0 ? '.' : `1.${i % 10}*`}`)}\n  }\n}`,
    ),
  'a printed table of many columns': (n) =>
    spec(
      `published "p" {\n  table "t" r.column.beta(row) {\n    columns ${list(n, (i) => `y${i}`, ' ')}\n    a ` +
        `${list(n, (i) => `0.${100 + (i % 900)}`, ' ')}\n  }\n}`,
    ),
  'printed figures': (n) => spec(`published "p" {\n${lines(n, (i) => `  d${i}.mean = ${i % 5}.${i % 10}`)}\n}`),
  'a map of many lines': (n) => ({
    'n.study': `study "n" replicates "o.study"\nmap {\n${lines(n, (i) => `  q${i} from c${i}`)}\n}\n`,
    'o.study': `framework "o"\n${scale}${lines(n, (i) => `indicator q${i} on five`)}\n`,
  }),
  'comments and blank lines': (n) => framework(lines(n, (i) => `// note ${i}\n\n\n`)),
  'one long label': (n) => framework(`indicator q ${JSON.stringify('long '.repeat(n))} on 1..5`),
  'one long label of many languages': (n) => framework(`indicator q "a" ${list(n, (i) => `zh "b${i}"`, ' ')} on 1..5`),
  'one long name': (n) => framework(`indicator ${'q'.repeat(n)} on 1..5`),
  parentheses: (n) => framework(`number a\nnumber v = ${list(n, () => '(a)', ' + ')}`),
  // What is large where mistakes were made.
  'deep parentheses': (n) => framework(`number v = ${'('.repeat(n)}1${')'.repeat(n)}`),
  'deep braces': (n) => framework(`${'index i { '.repeat(n)}`),
  'deep braces on lines': (n) => framework(lines(n, (i) => `${' '.repeat(i % 30)}index i${i} {`)),
  'many minus signs': (n) => framework(`number v = ${'-'.repeat(n)}1`),
  'unknown names': (n) =>
    framework(`${scale}${lines(n, (i) => `indicator ${word(i)} on five`)}\nblock b of ${list(n, (i) => word(i + n))}`),
  'unknown names, each in its own list': (n) =>
    framework(`${scale}${lines(n, (i) => `indicator ${word(i)} on five`)}\n${lines(n, (i) => `block b${i} of ${word(i + n)}`)}`),
  'unknown scales': (n) => framework(lines(n, (i) => `scale s${word(i)} 1..5\nindicator q${i} on t${word(i)}`)),
  'unknown levels': (n) =>
    framework(
      `indicator y on 1..5\ncategory c {\n${lines(n, (i) => `  l${i} = ${i}`)}\n}\n` +
        `${lines(Math.floor(n / 4), (i) => `compare k${i} { of y by c where c is m${i} }`)}`,
    ),
  'unknown original names in a map': (n) => ({
    'n.study': `study "n" replicates "o.study"\nmap {\n${lines(n, (i) => `  ${word(i + n)} from c${i}`)}\n}\n`,
    'o.study': `framework "o"\n${scale}${lines(n, (i) => `indicator ${word(i)} on five`)}\n`,
  }),
  'dropped names': (n) => ({
    'n.study': `study "n" replicates "o.study"\nwithout ${list(n, (i) => `q${i}`)}\n`,
    'o.study':
      `framework "o"\n${scale}dimension d on five {\n` +
      `${lines(n, (i) => `  indicator q${i}`)}\n}\nblock b of ${list(n, (i) => `q${i}`)}\n`,
  }),
  'names that were not asked': (n) => ({
    'n.study': `study "n" replicates "o.study"\nmap {\n${lines(n, (i) => `  q${i} absent`)}\n}\n`,
    'o.study':
      `framework "o"\n${scale}dimension d on five {\n${lines(n, (i) => `  indicator q${i}`)}\n}\nblock b of ` +
      `${list(n, (i) => `q${i}`)}\nindex x { of d }\n`,
  }),
  'codes given twice': (n) => framework(`category c {\n${lines(n, (i) => `  l${i} = ${Math.floor(i / 2)}`)}\n}`),
  'one code for all levels': (n) => framework(`category c {\n${lines(n, (i) => `  l${i} = 1`)}\n}`),
  'nested ranges': (n) => framework(`category c {\n${lines(n, (i) => `  l${i} = ${i}..${4 * n - i}`)}\n}`),
  'names declared twice': (n) => framework(`${scale}${lines(n, (i) => `indicator q${Math.floor(i / 2)} on five`)}`),
  'one name for all': (n) => framework(`${scale}${lines(n, () => 'indicator q on five')}`),
  'clauses given twice': (n) => framework(`indicator q {\n${lines(n, () => '  on 1..5')}\n}`),
  'members listed twice': (n) =>
    framework(`${scale}${lines(n, (i) => `indicator q${i} on five`)}\nblock b of ${list(n, (i) => `q${i}`)}, ${list(n, (i) => `q${i}`)}`),
  'a cycle': (n) => framework(lines(n, (i) => `number v${i} = v${(i + 1) % n} + 1`)),
  'a cycle of likes': (n) => framework(lines(n, (i) => `indicator q${i} like q${(i + 1) % n}`)),
  'missing braces': (n) => framework(lines(n, (i) => `category c${i} {\n  a = 1`)),
  'missing opening braces': (n) => framework(lines(n, (i) => `category c${i}\n  a = 1\n}`)),
  'closing braces': (n) => framework('}'.repeat(n)),
  'opening braces of other kinds': (n) => framework(lines(n, (i) => `category c${i} (\n  a = 1\n)`)),
  'brackets on one line': (n) => framework('[ '.repeat(n)),
  'open quotes, one a line': (n) => framework(lines(n, (i) => `indicator q${i} "Question ${i} on 1..5`)),
  'quotes on one line': (n) => framework('" '.repeat(n)),
  'misspelt words': (n) => framework(lines(n, (i) => `indicater q${i} on 1..5`)),
  'misspelt clauses': (n) => framework(lines(n, (i) => `index x${i} {\n  off a\n}`)),
  'lines of prose': (n) => framework(lines(n, (i) => `This line of text belongs to no entry and is number ${i}.`)),
  'one line of prose': (n) => framework(list(n, (i) => `word${i}`, ' ')),
  bullets: (n) => framework(`index x {\n${lines(n, (i) => `  - q${i}`)}\n}`),
  'numbers on one line': (n) => framework(list(n, (i) => i, ' ')),
  dots: (n) => framework('a.'.repeat(n)),
  'codes without bars': (n) => framework(`category c { a = ${list(n, (i) => i, ' ')} }`),
  'commas of other scripts': (n) =>
    framework(`${scale}${lines(n, (i) => `indicator q${i} on five`)}\nblock b of ${list(n, (i) => `q${i}`, '、')}`),
  'figures of unknown addresses': (n) => spec(`published "p" {\n${lines(n, (i) => `  nothing${i}.mean = 1.${i % 10}`)}\n}`),
  'claims about unknown names': (n) =>
    framework(
      `${scale}${lines(n, (i) => `indicator ${word(i)} on five`)}\nhypothesis h {\n${lines(n, (i) => `  ${word(i + n)}.mean > 1`)}\n}`,
    ),
  'numbers that are none': (n) =>
    spec(`published "p" {\n  table "t" r.column.beta(row) {\n    columns y\n${lines(n, (i) => `    a${i} 0,${i % 10}x`)}\n  }\n}`),
  'columns that are missing': (n) =>
    withData(`${scale}${lines(n, (i) => `indicator ${word(i + n)} on five`)}`, `id,${list(n, word, ',')}\n1,${list(n, () => 1, ',')}\n`),
  'columns of the data': (n) =>
    withData(
      lines(n, (i) => `number q${i}`),
      `id,${list(n, (i) => `q${i}`, ',')}\n1,${list(n, () => 1, ',')}\n2,${list(n, () => 4, ',')}\n`,
    ),
  'answers that are none': (n) =>
    withData(`${scale}indicator q on five`, `id,q\n${lines(n, (i) => `${i},${i % 3 === 0 ? `x${i}` : (i % 5) + 1}`)}\n`),
  'answers outside the scale, in many columns': (n) =>
    withData(
      `${scale}${lines(n, (i) => `indicator q${i} on five`)}`,
      `id,${list(n, (i) => `q${i}`, ',')}\n1,${list(n, () => 9, ',')}\n2,${list(n, () => 4, ',')}\n3,${list(n, () => 3, ',')}\n4,` +
        `${list(n, () => 2, ',')}\n`,
    ),
  'levels that no one chose': (n) =>
    withData(`category c {\n${lines(n, (i) => `  l${i} = ${i}`)}\n}`, `id,c\n${lines(n, (i) => `${i},${i % 3}`)}\n`),
  'codes that no level has': (n) => withData('category c { a = 0  b = 1 }', `id,c\n${lines(n, (i) => `${i},${i}`)}\n`),
  'a key twice': (n) => withData(`${scale}indicator q on five`, `id,q\n${lines(n, (i) => `${i % 2},${(i % 5) + 1}`)}\n`),
  'keys that look alike': (n) =>
    withData(`${scale}indicator q on five`, `id,q\n${lines(n, (i) => `${i % 2 === 0 ? 'a' : 'A'}${Math.floor(i / 2)},${(i % 5) + 1}`)}\n`),
};
