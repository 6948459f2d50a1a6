// The snippets, written from the vocabulary: one a kind of declaration, with the clauses that its example shows.

/** Takes dsl's tables; gives the snippets as an object ready for JSON. */
export function snippetsOf({ kinds, clauses, ways }) {
  const snippets = {};
  for (const entry of Object.values(kinds)) {
    snippets[entry.kind] = { prefix: entry.kind, description: entry.doc, body: bodyOf(entry, clauses, ways) };
  }
  return snippets;
}

/** The same in Chinese: another description, other words in quotation marks. */
export function chineseSnippetsOf(snippets, descriptions, texts) {
  const translated = (line) =>
    line.replace(/(\$\{\d+:)([^}]*)(\})(?=")/gu, (_, open, text, close) => `${open}${texts[text] ?? text}${close}`);
  return Object.fromEntries(
    Object.entries(snippets).map(([kind, { prefix, body }]) => [
      kind,
      { prefix, description: descriptions[kind], body: body.map(translated) },
    ]),
  );
}

function bodyOf(entry, clauses, ways) {
  let stop = 0;
  const at = (text) => {
    stop += 1;
    return `\${${stop}:${text}}`;
  };
  const choice = (list) => {
    stop += 1;
    return `\${${stop}|${list.join(',')}|}`;
  };
  const { kind } = entry;
  switch (kind) {
    case 'study':
    case 'framework':
      return [`${kind} "${at('Title')}"`];
    case 'source':
      return [`source "${at('Authors (year)')}" doi "${at('10.1000/xyz')}"`];
    case 'data':
      return [`data "${at('answers.csv')}" {`, `\tid      ${at('id')}`, `\tmissing ${at('blank')}`, '}'];
    case 'scale':
      return [`scale ${at('agreement')} ${at('1')}..${at('5')} "${at('strongly disagree')}" .. "${at('strongly agree')}"`];
    case 'indicator':
      return [`indicator ${at('name')} "${at('Question')}"`];
    case 'number':
      return [`number ${at('name')} "${at('Label')}" from ${at('column')}`];
    case 'accept':
      return [`accept ${at('SS604')} "${at('reason')}"`];
    case 'studyspec':
      return [entry.example];
    case 'seed':
      return [`seed ${at('1')}`];
    case 'without':
      return [`without ${at('name')}`];
    case 'component':
      return [`component ${at('name')} "${at('Label')}" marked by ${at('item')}`];
    case 'published':
      return [`published "${at('Authors (year)')}" {`, '\tstars 0.10, 0.05, 0.01', `\tsample = ${at('323')}`, '}'];
    case 'table':
      return [`table "${at('Table 1')}" row.column {`, '\tcolumns mean sd', `\t${at('item')} ${at('3.00')} ${at('1.00')}`, '}'];
    case 'map':
      return ['map {', `\t${at('name')} from ${at('column')}`, '}'];
    case 'quantity':
      return [`quantity ${at('name')} "${at('Label')}" = ${at('score.mean(group.first)')} - ${at('score.mean(group.second)')}`];
    case 'robustness':
      return [
        `robustness ${at('name')} "${at('Label')}" of ${at('model.outcome.beta(term)')} {`,
        `\tmissing ${at('listwise | mean')}`,
        `\terrors  ${at('classical | hc3')}`,
        '}',
      ];
    case 'comparison':
      return [
        `comparison ${at('name')} "${at('Label')}" {`,
        `\t${at('first')} = "${at('first.study')}"`,
        `\t${at('second')} = "${at('second.study')}"`,
        '}',
      ];
    case 'hypothesis':
      return [`hypothesis ${at('name')} "${at('What is claimed')}" {`, `\t${at('model.outcome.beta(term)')} > 0`, '}'];
    case 'block':
      return [`block ${at('name')} "${at('Label')}" of ${at('item')}`];
    case 'category':
      return [
        `category ${at('name')} "${at('Label')}" from ${at('column')} {`,
        `\t${at('first')} "${at('First')}" = 1`,
        `\t${at('second')} "${at('Second')}" = 2`,
        '}',
      ];
    case 'choices':
      return [
        `choices ${at('name')} "${at('Label')}" from ${at('column')} split "${at(';')}" {`,
        `\t${at('first')} "${at('First')}" = 1`,
        `\t${at('second')} "${at('Second')}" = 2`,
        '}',
      ];
    case 'dimension':
      return [`dimension ${at('name')} "${at('Label')}" on ${at('agreement')} {`, `\tindicator ${at('item')} "${at('Question')}"`, '}'];
    default:
      break;
  }
  // What is left has nothing but clauses between its braces: those that its example shows, then some with closed lists of options.
  const shown = entry.clauses.filter(
    (word) =>
      new RegExp(`(?:[{]|\\s)${word}\\s`, 'u').test(entry.example.replace(/"[^"]*"/gu, '')) ||
      (ways(kind, word).length > 0 && ['missing', 'rotate', 'show', 'tables'].includes(word)),
  );
  const width = Math.max(...shown.map((word) => word.length));
  const value = (word) => {
    if (kind === 'compare' && word === 'by') return at('group');
    if (word === 'by') return at('predictor');
    if (word === 'of' && kind === 'correlate') return `${at('score')}, ${at('predictor')}`;
    if (word === 'of' && kind === 'factor') return `${at('dimension')}, ${at('other')}, ${at('last')}`;
    if (word === 'of' && kind === 'deprivation') return `${at('dimension')} { ${at('poor')} }`;
    if (word === 'through') return at('item');
    if (word === 'of' || word === 'explain') return at(['index', 'measurement'].includes(kind) ? 'dimension' : 'score');
    // The author's own values are stops; words are a list to choose from.
    const [first, ...more] = ways(kind, word);
    if (kind === 'index' && word === 'keep') return at('eigenvalue > 1');
    if (first?.snippet !== undefined && more.length === 0) return first.snippet.replace(/\$\{\d+:([^}]*)\}/gu, (_, text) => at(text));
    return first === undefined
      ? at(clauses[word].example.replace(`${word} `, '').replace(/[$}\\]/gu, '\\$&'))
      : choice([first, ...more].filter((way) => way.snippet === undefined).map((way) => way.text));
  };
  const head = entry.names === 'one' ? `${kind} ${at('name')} "${at('Label')}" {` : `${kind} {`;
  return [head, ...shown.map((word) => `\t${word.padEnd(width)} ${value(word)}`), '}'];
}
