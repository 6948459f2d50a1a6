// The same study on a text table, on Parquet, on a DuckDB file by rows and by SQL, on sums of two parts, and on tables of real servers, on
// loopback: PostgreSQL, ClickHouse, and two ClickHouse servers with a Distributed table. By rows all numbers are those of the text table,
// letter by letter; else the sums are the same bytes, the numbers equal or null; names of every sort; a server that dies in between gives
// an error and nothing else. One line a check; ends with `N passed, M failed`.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'packages/cli/bin/studyspec.js');
const folder = mkdtempSync(join(tmpdir(), 'studyspec-engines-'));
const ended = [];
let [passed, failed] = [0, 0];
const check = (name, holds, more = '') => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'ok' : 'FAILED'}: ${name}${more === '' ? '' : ` (${more})`}`);
};

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
const until = async (holds, what) => {
  for (let i = 0; i < 150; i++) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${what} did not start`);
};
const answers = (port) =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => (socket.destroy(), done(true)));
    socket.on('error', () => done(false));
  });

/** The call's two streams and how it ended. */
const studyspec = (args, env = {}) =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [program, '--no-cache', ...args],
      { cwd: folder, env: { ...process.env, ...env, NO_COLOR: '1', LC_ALL: 'C' }, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => done({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });

// --- servers
async function startPostgres() {
  const versions = readdirSync('/usr/lib/postgresql');
  const bin = `/usr/lib/postgresql/${versions.at(-1)}/bin`;
  const port = await freePort();
  const home = join(folder, 'postgres');
  mkdirSync(home);
  // It does not run as root.
  const owner =
    process.getuid() === 0
      ? { uid: Number(execFileSync('id', ['-u', 'postgres'])), gid: Number(execFileSync('id', ['-g', 'postgres'])) }
      : {};
  if (owner.uid !== undefined) {
    chownSync(folder, owner.uid, owner.gid);
    chownSync(home, owner.uid, owner.gid);
  }
  execFileSync(`${bin}/initdb`, ['-D', join(home, 'data'), '-U', 'tester', '--auth=trust', '-E', 'UTF8', '--locale=C'], {
    ...owner,
    stdio: 'ignore',
  });
  const server = spawn(`${bin}/postgres`, ['-D', join(home, 'data'), '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', home], {
    ...owner,
    stdio: 'ignore',
  });
  ended.push(server);
  await until(() => answers(port), 'PostgreSQL');
  const env = { PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'tester', PGDATABASE: 'postgres' };
  const run = (sql) =>
    execFileSync(`${bin}/psql`, ['-q', '-v', 'ON_ERROR_STOP=1', '-f', '-'], { input: sql, env: { ...process.env, ...env } });
  await until(async () => {
    try {
      run('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }, 'PostgreSQL');
  return { server, env, run };
}

const shard = (port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`;

async function startClickhouse(name, ports, shards) {
  const home = join(folder, name);
  mkdirSync(home);
  writeFileSync(
    join(home, 'users.xml'),
    '<yandex><profiles><default/></profiles><users><default><password></password><networks><ip>127.0.0.1</ip></networks>' +
      '<profile>default</profile><quota>default</quota></default></users><quotas><default/></quotas></yandex>',
  );
  const [http, tcp, inter] = ports;
  writeFileSync(
    join(home, 'config.xml'),
    `<yandex><logger><level>warning</level><log>${home}/log</log><errorlog>${home}/err</errorlog></logger><http_port>${http}</http_port>` +
      `<tcp_port>${tcp}</tcp_port><interserver_http_port>${inter}</interserver_http_port><listen_host>127.0.0.1</listen_host>` +
      `<path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path><users_config>users.xml</users_config>` +
      '<default_profile>default</default_profile><default_database>default</default_database>' +
      `<mark_cache_size>1000000000</mark_cache_size><remote_servers><both>${shards.map(shard).join('')}` +
      '</both></remote_servers></yandex>',
  );
  const server = spawn('clickhouse-server', [`--config-file=${home}/config.xml`], { stdio: 'ignore' });
  ended.push(server);
  await until(() => answers(http), 'ClickHouse');
  const url = `http://127.0.0.1:${http}/`;
  const run = async (sql) => {
    const answer = await fetch(url, { method: 'POST', body: sql });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };
  return { server, env: { CLICKHOUSE_URL: url }, run };
}

// --- answers
const cells = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\r$/u, '').split(','));
const [head, ...rows] = cells(readFileSync(join(root, 'examples/anshun/anshun_2020_raw.csv'), 'utf8').replace(/^\ufeff/u, ''));
const pgName = (name) => `"${name.replaceAll('"', '""')}"`;
const pgText = (text) => (text.trim() === '' ? 'NULL' : `'${text.replaceAll("'", "''")}'`);
const chName = (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
const chText = (text) => (text.trim() === '' ? 'NULL' : `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`);
const pgTable = (name, names, all) =>
  `CREATE TABLE ${name} (${names.map((one) => `${pgName(one)} text`).join(', ')});\n` +
  all.map((row) => `INSERT INTO ${name} VALUES (${row.map(pgText).join(', ')});`).join('\n');
const chTable = async (run, name, names, all) => {
  await run(`CREATE TABLE ${name} (${names.map((one) => `${chName(one)} Nullable(String)`).join(', ')}) ENGINE = Log`);
  await run(`INSERT INTO ${name} VALUES ${all.map((row) => `(${row.map(chText).join(', ')})`).join(', ')}`);
};

async function duck(path, ...statements) {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const sql of statements) await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

/** Numbers equal or null: how many are null that the file has. */
function compared(name, text, onFile) {
  const [own, file] = [JSON.parse(text), JSON.parse(onFile)];
  const off = Object.keys(file).filter(
    (address) => own[address] !== null && !(Math.abs(own[address] - file[address]) <= 1e-9 * Math.max(1, Math.abs(file[address]))),
  );
  const lacking = Object.keys(file).filter((address) => own[address] === null && file[address] !== null);
  check(
    `${name}: ${Object.keys(file).length} numbers are those of the file`,
    off.length === 0 && lacking.length < 60,
    off.slice(0, 3).join(' '),
  );
  check(
    `${name}: what lacks needs rows`,
    lacking.every((address) => /levene|kruskal|durbin|breusch/u.test(address)),
    lacking.slice(0, 3).join(' '),
  );
}

/** The first line after the first that differs. */
const differing = (a, b) => {
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => i > 0 && line !== y[i]);
  return at < 0 ? '' : ` line ${at + 1}: ${x[at].slice(0, 150)} | ${(y[at] ?? '').slice(0, 150)}`;
};

try {
  cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
  const spec = readFileSync(join(folder, 'anshun.study'), 'utf8').replace('  id      id\n', '').replace('  cluster site\n', '');
  const on = (data) => spec.replace('data "anshun_2020_raw.csv"', data);
  writeFileSync(join(folder, 'file.study'), spec);
  writeFileSync(join(folder, 'pg.study'), on('data postgres “re;lo--c.house"holds”'));
  writeFileSync(join(folder, 'ch.study'), on('data clickhouse “reloc.house--ho"l;ds”'));
  writeFileSync(join(folder, 'both.study'), on('data clickhouse "reloc.everywhere"'));
  // DuckDB writes the Parquet file too; its columns are typed as it finds them.
  await duck(
    join(folder, 'a.duckdb'),
    `CREATE TABLE "house;--""holds" AS SELECT * FROM read_csv('${join(folder, 'anshun_2020_raw.csv')}')`,
    `COPY "house;--""holds" TO '${join(folder, 'a.parquet')}'`,
  );
  const table = 'table “house;--"holds”';
  writeFileSync(join(folder, 'parquet.study'), on('data "a.parquet"'));
  writeFileSync(join(folder, 'rows.study'), on('data "a.duckdb"').replace('"a.duckdb" {', `"a.duckdb" {\n  ${table}`));
  writeFileSync(join(folder, 'duck.study'), on('data duckdb "a.duckdb"').replace('"a.duckdb" {', `"a.duckdb" {\n  ${table}`));
  const file = await studyspec(['query', 'file.study', '--json']);
  await studyspec(['sums', 'file.study', '--threshold', '0', '-o', 'file.sums']);

  for (const [name, study] of [
    ['Parquet', 'parquet'],
    ['DuckDB by rows', 'rows'],
  ]) {
    const found = await studyspec(['query', `${study}.study`, '--json']);
    check(
      `${name}: all numbers are those of the text table, letter by letter`,
      found.code === 0 && found.stdout === file.stdout,
      found.stderr,
    );
  }
  // Two institutions, each with a part.
  const parts = ['east', 'west'];
  for (const [at, part] of parts.entries()) {
    const own = at === 0 ? rows.slice(0, 150) : rows.slice(150);
    writeFileSync(join(folder, `${part}.csv`), `${[head, ...own].map((row) => row.join(',')).join('\n')}\n`);
    await studyspec(['sums', 'file.study', `${part}.csv`, '--threshold', '0', '-o', `${part}.sums`]);
  }
  const answered = parts.map((part) => `${part}.sums`);
  for (let round = 1; round <= 3; round++) {
    const asks = await studyspec(['sums', 'file.study', ...answered, '--ask', '-o', `plan-${round}.json`]);
    if (asks.code !== 0) break;
    for (const part of parts) {
      const told = await studyspec([
        'sums',
        'file.study',
        `${part}.csv`,
        '--scores',
        `plan-${round}.json`,
        '-o',
        `${part}-${round}.ranges`,
      ]);
      if (told.code === 0) answered.push(`${part}-${round}.ranges`);
    }
  }
  const merged = await studyspec(['query', 'file.study', '--json', '--sums', ...answered]);
  check('merged sums: the study is computed', merged.code === 0, merged.stderr.trim().split('\n')[0]);
  if (merged.code === 0) compared('merged sums', merged.stdout, file.stdout);

  const postgres = await startPostgres();
  postgres.run(`CREATE SCHEMA "re;lo--c";\n${pgTable('"re;lo--c"."house""holds"', head, rows)}`);
  const [a, b] = [await Promise.all([freePort(), freePort(), freePort()]), await Promise.all([freePort(), freePort(), freePort()])];
  const first = await startClickhouse('first', a, [a[1], b[1]]);
  const second = await startClickhouse('second', b, [a[1], b[1]]);
  await first.run('CREATE DATABASE reloc');
  await second.run('CREATE DATABASE reloc');
  await chTable(first.run, 'reloc.`house--ho"l;ds`', head, rows);
  await chTable(first.run, 'reloc.part', head, rows.slice(0, 150));
  await chTable(second.run, 'reloc.part', head, rows.slice(150));
  await first.run(
    `CREATE TABLE reloc.everywhere (${head.map((one) => `${chName(one)} Nullable(String)`).join(', ')}) ` +
      'ENGINE = Distributed(both, reloc, part)',
  );

  // What is true or false is 1 and 0, as in every other file.
  postgres.run('CREATE TABLE held (q int, yes boolean); INSERT INTO held SELECT 1 + i % 5, i % 3 = 0 FROM generate_series(1, 90) i;');
  writeFileSync(
    join(folder, 'held.study'),
    'study "H"\ndata postgres "held"\nscale s 1..5\nindicator q on s\ncategory yes { no = 0  yes = 1 }\ncompare c { of q  by yes }\n',
  );
  const held = await studyspec(['query', 'held.study', 'yes.yes.count', 'yes.n', '--json'], postgres.env);
  check(
    'PostgreSQL: booleans are 1 and 0',
    held.code === 0 && Object.values(JSON.parse(held.stdout)).join() === '30,90',
    held.stderr.trim(),
  );

  const times = [];
  for (const [name, study, env] of [
    ['DuckDB by SQL', 'duck', {}],
    ['PostgreSQL', 'pg', postgres.env],
    ['ClickHouse', 'ch', first.env],
    ['two ClickHouse servers', 'both', first.env],
  ]) {
    const begun = Date.now();
    const found = await studyspec(['query', `${study}.study`, '--json'], env);
    times.push(`${name} ${Date.now() - begun} ms`);
    check(`${name}: is asked`, found.code === 0, found.stderr.trim().split('\n')[0]);
    check(`${name}: the scans are told`, /gone through [345] times/u.test(found.stderr));
    if (found.code === 0) compared(name, found.stdout, file.stdout);
    const again = Date.now();
    await studyspec(['sums', `${study}.study`, '--threshold', '0', '-o', `${study}.sums`], env);
    times.push(`its sums alone ${Date.now() - again} ms`);
    check(
      `${name}: its sums are the bytes of the file's`,
      readFileSync(join(folder, `${study}.sums`), 'utf8') === readFileSync(join(folder, 'file.sums'), 'utf8'),
    );
  }
  console.log(`times of query, ${rows.length} rows: ${times.join(', ')}`);

  // Texts and names that would be more than texts and names.
  const odd = ["x'); DROP TABLE t; --", 'a\\', '"', '`', "O''Brien", '中文；--', "\\'", '0; SELECT 1'];
  const column = 'q";--`\'1';
  const oddRows = odd.flatMap((text, at) => [
    [text, String((at % 5) + 1)],
    [text, String(((at + 2) % 5) + 1)],
  ]);
  const level = (text, at) => `  l${at} = “${text.replaceAll('”', '')}”`;
  const oddSpec = (data) =>
    `study "Odd"\n${data} {\n  missing "a\\"\n}\nscale s 1..5\nindicator score on s from v\n` +
    `category kind from \`${column.replaceAll('`', '')}\` {\n${odd.map(level).join('\n')}\n}\n` +
    'compare by_kind { of score  by kind }\n';
  const plainColumn = column.replaceAll('`', '');
  writeFileSync(
    join(folder, 'odd.csv'),
    `"${plainColumn.replaceAll('"', '""')}",v\n${oddRows.map(([text, v]) => `"${text.replaceAll('"', '""')}",${v}`).join('\n')}\n`,
  );
  writeFileSync(join(folder, 'odd-file.study'), oddSpec('data "odd.csv"'));
  writeFileSync(join(folder, 'odd-pg.study'), oddSpec('data postgres “odd.t;"”'));
  writeFileSync(join(folder, 'odd-ch.study'), oddSpec('data clickhouse “reloc.t;"”'));
  postgres.run(`CREATE SCHEMA odd;\n${pgTable('odd."t;"""', [plainColumn, 'v'], oddRows)}`);
  await chTable(first.run, 'reloc.`t;"`', [plainColumn, 'v'], oddRows);
  const oddFile = await studyspec(['query', 'odd-file.study', 'kind.n', 'by_kind.score.f', 'score.mean', '--json']);
  for (const [name, study, env] of [
    ['PostgreSQL', 'odd-pg', postgres.env],
    ['ClickHouse', 'odd-ch', first.env],
  ]) {
    const found = await studyspec(['query', `${study}.study`, 'kind.n', 'by_kind.score.f', 'score.mean', '--json'], env);
    check(
      `${name}: quotation marks, semicolons and -- are texts`,
      found.stdout !== '' && found.stdout === oddFile.stdout,
      (found.stderr + found.stdout + oddFile.stdout).replaceAll('\n', ' ').slice(0, 200),
    );
  }

  // Clusters by a column that nothing declares, and products of predictors.
  const crossed = `${spec}\nregression crossed { explain com_amenity  by com_access, sex, com_access * sex  errors cluster site cr2 }\n`;
  writeFileSync(join(folder, 'crossed-file.study'), crossed);
  writeFileSync(join(folder, 'crossed-pg.study'), crossed.replace('data "anshun_2020_raw.csv"', 'data postgres “re;lo--c.house"holds”'));
  writeFileSync(join(folder, 'crossed-ch.study'), crossed.replace('data "anshun_2020_raw.csv"', 'data clickhouse “reloc.house--ho"l;ds”'));
  const crossedFile = await studyspec(['query', 'crossed-file.study', '--json']);
  for (const [name, study, env] of [
    ['PostgreSQL', 'crossed-pg', postgres.env],
    ['ClickHouse', 'crossed-ch', first.env],
  ]) {
    const found = await studyspec(['query', `${study}.study`, '--json'], env);
    if (found.code === 0) compared(`${name}, clusters and products`, found.stdout, crossedFile.stdout);
    else check(`${name}: clusters and products`, false, found.stderr.trim().split('\n')[0]);
  }

  // Numbers of many values, added up where they are: of any digits and signs, with codes for no answer and some that cannot be.
  let seed = 7;
  const chance = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const paid = (many) =>
    Array.from({ length: many }, () => {
      const pay =
        chance() < 0.04 ? ['-99', 'refused', '', '-99.00', '2000000.5'][Math.floor(5 * chance())] : (900_000 * chance() - 400).toFixed(2);
      const far = chance() < 0.03 ? '' : String(Math.floor(1e9 * chance()) / 10 ** Math.floor(5 * chance()));
      return [1 + Math.floor(5 * chance()), 1 + Math.floor(2 * chance()), `t${Math.floor(9 * chance())}`, pay, far].map(String);
    });
  const paidHead = ['a', 'sex', 'town', 'pay', 'far'];
  const paidSpec = (data) =>
    `study "Paid"\n${data} {\n  missing -99, "refused"\n}\nscale s 1..5\nindicator a on s\nnumber pay within -400..1000000\nnumber far\n` +
    'category sex { male = 1  female = 2 }\ncompare k { of pay, a  by sex }\ncorrelate c { of pay, far, a }\n' +
    'regression r { explain pay  by far, a, sex }\nregression t { explain a  by pay, sex  errors cluster town }\n';
  const [some, many] = [paid(700), paid(20_000)];
  const csvOf = (all) => `${[paidHead, ...all].map((row) => row.join(',')).join('\n')}\n`;
  writeFileSync(join(folder, 'paid.csv'), csvOf(some));
  writeFileSync(join(folder, 'many.csv'), csvOf(many));
  postgres.run(`CREATE SCHEMA paid;\n${pgTable('paid.t', paidHead, some)}`);
  await chTable(first.run, 'reloc.paid', paidHead, some);
  await chTable(first.run, 'reloc.paidpart', paidHead, some.slice(0, 300));
  await chTable(second.run, 'reloc.paidpart', paidHead, some.slice(300));
  await first.run(
    `CREATE TABLE reloc.paidall (${paidHead.map((one) => `${chName(one)} Nullable(String)`).join(', ')}) ` +
      'ENGINE = Distributed(both, reloc, paidpart)',
  );
  await duck(
    join(folder, 'paid.duckdb'),
    ...['paid', 'many'].map(
      (name) => `CREATE TABLE ${name} AS SELECT * FROM read_csv('${join(folder, `${name}.csv`)}', all_varchar = true)`,
    ),
  );
  for (const [name, data, csv, env] of [
    ['DuckDB by SQL', 'data duckdb "paid.duckdb" { table "paid" }', 'paid', {}],
    ['DuckDB by SQL, 20,000 rows', 'data duckdb "paid.duckdb" { table "many" }', 'many', {}],
    ['PostgreSQL', 'data postgres "paid.t"', 'paid', postgres.env],
    ['ClickHouse', 'data clickhouse "reloc.paid"', 'paid', first.env],
    ['two ClickHouse servers', 'data clickhouse "reloc.paidall"', 'paid', first.env],
  ]) {
    const table = / \{ (table "\w+") \}/u.exec(data);
    const own = paidSpec(data.replace(/ \{.*/u, '')).replace(' {\n', table === null ? ' {\n' : ` {\n  ${table[1]}\n`);
    writeFileSync(join(folder, 'paid-file.study'), paidSpec(`data "${csv}.csv"`));
    writeFileSync(join(folder, 'paid-table.study'), own);
    for (const threshold of ['0', '5']) {
      const [ofFile, ofTable] = [
        await studyspec(['sums', 'paid-file.study', '--threshold', threshold]),
        await studyspec(['sums', 'paid-table.study', '--threshold', threshold], env),
      ];
      check(
        `${name}: numbers of many values are added up to the file's sums, byte by byte, threshold ${threshold}`,
        ofFile.stdout.includes('"kind":"measure","name":"far"') && ofTable.stdout === ofFile.stdout,
        (ofTable.stderr.trim().split('\n')[0] + differing(ofTable.stdout, ofFile.stdout)).slice(0, 400),
      );
    }
  }

  const choosy = spec.replace('  missing blank\n', '  missing blank\n  where sex is male and mode is not village\n');
  writeFileSync(join(folder, 'choosy-file.study'), choosy);
  writeFileSync(join(folder, 'choosy-pg.study'), choosy.replace('data "anshun_2020_raw.csv"', 'data postgres “re;lo--c.house"holds”'));
  const [choosyFile, choosyPg] = [
    await studyspec(['sums', 'choosy-file.study', '--threshold', '0']),
    await studyspec(['sums', 'choosy-pg.study', '--threshold', '0'], postgres.env),
  ];
  check(
    'PostgreSQL: who is no respondent is left out there',
    choosyPg.stdout !== '' && choosyPg.stdout === choosyFile.stdout,
    choosyPg.stderr.trim().split('\n')[0],
  );

  const refused = await studyspec(['run', 'pg.study', '--out', 'report'], postgres.env);
  check(
    'what needs rows is refused, and nothing is written',
    refused.code === 1 && !existsSync(join(folder, 'report')),
    refused.stderr.trim().split('\n').at(-1),
  );
  const wrong = await studyspec(['query', 'pg.study', 'sample'], { ...postgres.env, PGUSER: 'nobody' });
  check(
    'a user who may not: an error and nothing else',
    wrong.code === 1 && wrong.stdout === '' && /postgres: /u.test(wrong.stderr),
    wrong.stderr.trim(),
  );

  // A server that answers the first question and dies before the next: between them stands a proxy that counts.
  for (const [name, study, port, envOf] of [
    ['PostgreSQL', 'pg', Number(postgres.env.PGPORT), (own) => ({ ...postgres.env, PGPORT: String(own) })],
    ['ClickHouse', 'ch', a[0], (own) => ({ CLICKHOUSE_URL: `http://127.0.0.1:${own}/` })],
  ]) {
    const proxy = createServer((client) => {
      const upstream = connect(port, '127.0.0.1');
      let sent = 0;
      client.on('data', (bytes) => {
        sent += bytes.length;
        upstream.write(bytes);
      });
      upstream.on('data', (bytes) => {
        // The long question is on its way: half of its answer comes.
        if (sent > 30_000) {
          client.write(bytes.subarray(0, bytes.length >> 1));
          client.destroy();
          upstream.destroy();
        } else client.write(bytes);
      });
      for (const one of [client, upstream]) one.on('error', () => {}).on('close', () => (client.destroy(), upstream.destroy()));
    });
    const own = await new Promise((done) => proxy.listen(0, '127.0.0.1', () => done(proxy.address().port)));
    const found = await studyspec(['sums', `${study}.study`, '-o', `${study}-broken.sums`], envOf(own));
    check(
      `${name} dies in between: an error and nothing else`,
      found.code === 1 && found.stdout === '' && !existsSync(join(folder, `${study}-broken.sums`)) && !/internal/u.test(found.stderr),
      found.stderr.trim().split('\n')[0],
    );
    proxy.close();
  }
  postgres.server.kill('SIGINT');
  await new Promise((done) => postgres.server.on('exit', done));
  const gone = await studyspec(['query', 'pg.study', 'sample'], postgres.env);
  check('no server: an error and nothing else', gone.code === 1 && gone.stdout === '', gone.stderr.trim());
} catch (error) {
  check(`the test itself: ${error.stack}`, false);
} finally {
  for (const server of ended) if (server.exitCode === null) server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
