// The TextMate grammar, written from the vocabulary: what colours a spec before the server answers, and where there is none.
// It knows which clauses belong to which declaration, and nothing of names; the server's semantic tokens refine it.

const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*`;
const QUOTED = String.raw`\x60[^\x60]+\x60`;
const OPEN = '[{｛]';
const CLOSE = '[}｝]';
const QUOTES = '"＂“”';
/** Where an entry may begin: at a line's start, after a brace or a semicolon, or after two blanks. */
const START = String.raw`(?:^|(?<=[{｛;；}｝])|(?<=\s\s))\s*`;
/** A word that follows one of these is a name, whatever it says. */
const NOT_A_NAME = String.raw`(?<![,，、=＝|｜.．(（:：*]\s)(?<![,，、=＝|｜.．(（:：*])`;
const WORD_END = String.raw`(?![\p{L}\p{M}\p{N}_])`;

const words = (list) =>
  [...new Set(list)]
    .sort((a, b) => b.length - a.length || a.localeCompare(b, 'en'))
    .map((word) => word.replaceAll(' ', String.raw`\s+`))
    .join('|');
const include = (...names) => names.map((name) => ({ include: `#${name}` }));

/** Takes dsl's tables; gives the grammar as an object ready for JSON. */
export function grammarOf({ kinds, clauses, options, signatures, mapClauses }) {
  const all = Object.values(kinds);
  const quantities = [
    ...new Set(
      Object.values(signatures)
        .flat()
        .flatMap(({ name }) => name.split('.')),
    ),
  ];
  const topLevel = all.filter(({ kind }) => kind !== 'component' && kind !== 'table');
  const head = (entry) =>
    String.raw`${START}(${entry.kind})${WORD_END}(?=\s*(?:[${QUOTES}]|${OPEN}|${NAME}|\x60|$)${
      entry.range ? String.raw`|\s+[-\d０-９]` : ''
    })`;
  const anyHead = String.raw`(?=^\s*(?:${words(
    topLevel.map(({ kind }) => kind),
  )})${WORD_END}\s*(?:[${QUOTES}]|${OPEN}|${NAME}|\x60|[\d０-９]|$)(?!\s*[=＝]))`;

  const declaration = (entry) => ({
    name: `meta.declaration.${entry.kind}.studyspec`,
    begin: String.raw`${head(entry)}${entry.names === 'one' ? String.raw`(?:\s+(${NAME}|${QUOTED}))?` : ''}`,
    beginCaptures: {
      1: { name: `keyword.declaration.${entry.kind}.studyspec` },
      ...(entry.names === 'one' ? { 2: { name: `entity.name.${nameScope(entry.kind)}.studyspec` } } : {}),
    },
    end: String.raw`(?<=${CLOSE})|(?=${CLOSE})|${anyHead}${
      entry.kind === 'indicator' || entry.kind === 'component'
        ? String.raw`|(?=^\s*(?:indicator|component|compose|weight|rescale)${WORD_END})`
        : ''
    }`,
    patterns: [
      ...include('comment'),
      {
        name: `meta.block.${entry.kind}.studyspec`,
        begin: OPEN,
        end: CLOSE,
        beginCaptures: brace,
        endCaptures: brace,
        patterns: [...inside(entry), ...include('values')],
      },
      ...include(`clauses-${entry.kind}`, 'values'),
    ],
  });
  const inside = (entry) => [
    ...include('comment'),
    ...entry.declarations.map((kind) => ({ include: `#${kind}` })),
    ...include(`clauses-${entry.kind}`),
    ...(entry.items === 'level' ? include('language', 'level') : []),
    ...(entry.kind === 'map' ? include('codes') : []),
  ];

  const repository = {
    comment: { name: 'comment.line.double-slash.studyspec', match: '//.*$' },
    codes: {
      begin: OPEN,
      end: CLOSE,
      beginCaptures: brace,
      endCaptures: brace,
      patterns: include('comment', 'language', 'level', 'values'),
    },
    level: {
      match: String.raw`(${NAME}|${QUOTED})(?=\s*(?:[=＝${QUOTES}]))`,
      captures: { 1: { name: 'variable.other.enummember.studyspec' } },
    },
    values: { patterns: include('comment', 'text', 'language', 'figure', 'address-quantity', 'operator', 'name', 'punctuation') },
    text: {
      patterns: [
        ['"', '"'],
        ['＂', '＂'],
        ['“', '”'],
        ['”', '[”“]'],
      ].map(([open, close]) => ({
        name: 'string.quoted.double.studyspec',
        begin: open,
        end: `${close}|$`,
        beginCaptures: { 0: { name: 'punctuation.definition.string.begin.studyspec' } },
        endCaptures: { 0: { name: 'punctuation.definition.string.end.studyspec' } },
      })),
    },
    language: {
      match: String.raw`(?<=[${QUOTES}]\s)\s*([a-z]{2})(?=\s+[${QUOTES}])`,
      captures: { 1: { name: 'storage.modifier.language.studyspec' } },
    },
    figure: {
      patterns: [
        {
          match:
            String.raw`((?<![\p{L}\p{N}_)])[-+−–－])?([0-9０-９]+(?:[.．](?=[0-9０-９])[0-9０-９]+)?|` +
            String.raw`(?<![.．\p{L}\p{N}_])[.．][0-9０-９]+)(%|％)?(?:\s?([*＊∗]{1,3})|\s+(ns)${WORD_END})?`,
          captures: {
            1: { name: 'keyword.operator.sign.studyspec' },
            2: { name: 'constant.numeric.studyspec' },
            3: { name: 'keyword.other.unit.studyspec' },
            4: { name: 'keyword.operator.significance.studyspec' },
            5: { name: 'keyword.operator.significance.studyspec' },
          },
        },
      ],
    },
    'address-quantity': {
      match: String.raw`(?<=[\p{L}\p{N}_)][.．])(${words(quantities)})${WORD_END}(?=\s*(?:[(（=＝<>≤≥.．,，)）{｛]|//|$))`,
      captures: { 1: { name: 'support.function.quantity.studyspec' } },
    },
    operator: {
      patterns: [
        { name: 'keyword.operator.range.studyspec', match: String.raw`\.\.<|<\.\.|\.\.` },
        { name: 'keyword.operator.comparison.studyspec', match: '<=|>=|!=|<>|≤|≥|≠|[<>＜＞]' },
        { name: 'keyword.operator.assignment.studyspec', match: '[=＝]' },
        { name: 'keyword.operator.logical.studyspec', match: String.raw`${NOT_A_NAME}(?<=\s)(?:is\s+not|is|and|or)${WORD_END}(?=\s+\S)` },
        { name: 'keyword.operator.alternative.studyspec', match: '[|｜]' },
        { name: 'keyword.operator.arithmetic.studyspec', match: String.raw`(?<=\s)[-+*/−＋＊／÷](?=\s)` },
      ],
    },
    name: {
      patterns: [
        { name: 'variable.other.quoted.studyspec', match: QUOTED },
        { name: 'variable.other.studyspec', match: NAME },
      ],
    },
    punctuation: {
      patterns: [
        { name: 'punctuation.separator.studyspec', match: '[,，、;；:：]' },
        { name: 'punctuation.accessor.studyspec', match: '[.．]' },
        { name: 'punctuation.parenthesis.studyspec', match: '[()（）]' },
        { begin: OPEN, end: CLOSE, beginCaptures: brace, endCaptures: brace, patterns: include('comment', 'language', 'level', 'values') },
      ],
    },
  };
  for (const entry of all) {
    repository[entry.kind] = declaration(entry);
    const own = entry.kind === 'map' ? mapClauses : entry.clauses;
    repository[`clauses-${entry.kind}`] = { patterns: own.map((word) => clauseRule(word, optionsOf(entry.kind, word))) };
  }
  return {
    $comment: 'Written by scripts/generate.mjs; changes here are lost.',
    name: 'StudySpec',
    scopeName: 'source.studyspec',
    fileTypes: ['study'],
    patterns: [...include('comment'), ...topLevel.map(({ kind }) => ({ include: `#${kind}` })), ...include('values')],
    repository,
  };

  function optionsOf(kind, word) {
    return options[kind]?.[word] ?? (word === 'missing' ? ['blank'] : []);
  }

  function clauseRule(word, own) {
    const { shape } = clauses[word];
    const after = shape === 'flag' ? '' : String.raw`(?=\s+[^\s=＝,，|｜.)}｝]|\s*$)`;
    const keyword = String.raw`${NOT_A_NAME}(?<![\p{L}\p{M}\p{N}_\x60])(${words([word])})${WORD_END}${after}`;
    // The word behind a clause is a name even when it reads like another clause: `id id`.
    const first = shape === 'flag' ? '' : String.raw`(?:\s+(${NAME})${WORD_END})?`;
    if (own.length === 0)
      return {
        match: keyword + first,
        captures: { 1: { name: 'keyword.control.clause.studyspec' }, ...(first === '' ? {} : { 2: { name: 'variable.other.studyspec' } }) },
      };
    const value = { match: String.raw`(?<![\p{L}\p{M}\p{N}_.])(${words(own)})${WORD_END}`, name: 'constant.language.option.studyspec' };
    // An option's words stand on the clause's own line, up to whatever opens the next entry.
    return {
      begin: String.raw`${keyword}\s*`,
      beginCaptures: { 1: { name: 'keyword.control.clause.studyspec' } },
      end: String.raw`$|(?=${CLOSE}|${OPEN}|//)|(?<=\S)(?=\s\s+\S)`,
      patterns: [value, ...include('values')],
    };
  }
}

const brace = { 0: { name: 'punctuation.section.braces.studyspec' } };

/** Themes colour names by what they name: variables, things made of them, models. */
function nameScope(kind) {
  if (kind === 'index' || kind === 'dimension' || kind === 'scale' || kind === 'block') return `type.${kind}`;
  if (kind === 'regression' || kind === 'compare' || kind === 'hypothesis') return `function.${kind}`;
  return `variable.${kind}`;
}
