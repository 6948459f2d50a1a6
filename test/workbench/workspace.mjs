// The folder that the workbench opens: the Anshun example, a study that replicates it, one whose `keep` can be changed, and the
// same answers as a Chinese study with Chinese names and full-width punctuation.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const again = `study "The same, with coefficients" replicates "anshun.study"

data "anshun_2020.csv" { id id  missing blank }

regression full { show b, se }
hypothesis explains "The model explains something" {
  full.integration.r2 > 0.3
}
`;

const chinese = `study “社会融入，安顺” en "Social integration, Anshun"

data "调查.csv" ｛ id 编号　missing blank ｝

scale 同意程度 1..5 “非常不同意” .. “非常同意”

dimension 经济 “经济” on 同意程度 ｛
  indicator 收入满意 “对搬迁后的收入满意”
  indicator 生活成本 “能接受这里的生活成本”
  indicator 收入变化 “搬迁后收入提高”
｝
dimension 心理 “心理” on 同意程度 ｛
  indicator 愿意长住 “喜欢这里的生活，愿意长住”
  indicator 融入信心 “对融入有信心”
  indicator 更加幸福 “比搬迁前更幸福”
｝

category 性别 “性别” ｛ 男 “男” ＝ 1　女 “女” ＝ 2 ｝

index 融入 “社会融入” ｛
  of      经济、心理
  missing mean
  keep    2
  rotate  varimax
  component 心理认同 “心理认同” marked by 愿意长住
  component 经济融入 “经济融入” marked by 收入变化
  weight  by explained variance
  rescale 0..100
｝

compare 按性别 “男女之比较” ｛ of 融入、心理认同　by 性别 ｝
regression 因素 “影响因素” ｛ explain 融入　by 性别 ｝

report ｛ language zh ｝
`;

const columns = { id: '编号', eco_income_sat: '收入满意', eco_cost: '生活成本', eco_income_change: '收入变化', psy_enjoy: '愿意长住', psy_confident: '融入信心', psy_happier: '更加幸福', sex: '性别' };

export function makeWorkspace(root) {
  const folder = mkdtempSync(join(tmpdir(), 'studyspec-workspace-'));
  cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
  const spec = readFileSync(join(folder, 'anshun.study'), 'utf8');
  writeFileSync(join(folder, 'again.study'), again);
  writeFileSync(join(folder, 'keep.study'), keepStudy(spec));
  mkdirSync(join(folder, '中文'));
  writeFileSync(join(folder, '中文/融入.study'), chinese);
  const [heads, ...rows] = readFileSync(join(folder, 'anshun_2020.csv'), 'utf8').trimEnd().split(/\r?\n/u).map((line) => line.split(','));
  const wanted = Object.keys(columns).map((name) => heads.indexOf(name));
  writeFileSync(join(folder, '中文/调查.csv'), `${[Object.values(columns), ...rows.map((cells) => wanted.map((at) => cells[at]))].map((cells) => cells.join(',')).join('\n')}\n`);
  return folder;
}

/** The example with three named components and computed weights, so that three or four may be kept; nothing printed. */
function keepStudy(spec) {
  const without = spec.slice(0, spec.indexOf('// ——— What the paper printed')).split('\n')
    .filter((line) => !/component cultural|^ {2}compose /u.test(line)).join('\n');
  return without.replace(/weight given \{[^}]*\}.*/u, 'weight by explained variance').replaceAll(', cultural', '');
}
