// Which encoding bytes most likely have that do not say it: every candidate is tried, and the one whose letters are those that people write
// wins. Reading is decode.ts; here nothing is decided, only named.

import { lettersOf } from './letters.ts';

/** The most frequent characters of Chinese texts, and those of questionnaires; then the forms of Taiwan and Hong Kong where they differ. */
const SIMPLIFIED = `的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起
看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己
制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场
件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今
切院让识候带导争运编号男龄岁县村镇乡户族汉苗侗布依黔贵州阳顺职程度婚姻居搬迁邻友满般否谢您答卷卡题姓址郑李刘陈赵杨黄周吴徐孙朱胡郭林罗梁宋谢唐韩曹许邓冯省城镇宁秀云岭关安暗晚灯挺`;
const TRADITIONAL = `這個們來國說時會對為學過後發裡經麼現當沒動還進樣實軍無與長機關點業將兩間問並應戰頭體見產給話資號別齡歲縣鎮鄉戶族漢職業滿般謝編婚姻區鄰題許統隊決
觀讓識帶導爭運號從員處義幾認條係氣變總電數報結務場計門東聲論兒書則聽達強難權設記類據邊張該規萬覺術領傳師請選擇非常願意臺灣嘉義縣高雄桃園功蓋社會環境`;
const JAPANESE = '歳齢県町村様学校会社員満足回答者設問番号性別男女年市区日本東京大阪氏名住所職業無職主婦自営業満不良普通思非常私何度時間分';
const KOREAN =
  '이다는을를의에가고하지로기사한서나리도인시대어자아스수그들정일보전제국상남여성별만족매우보통불연령대학교직업지역주부회원답변응답그렇않음없있함모름기타번호';
const WESTERN = 'äöüßéèêëàâáãåæçñíìîïóòôõøúùûýœÿÄÖÜÉÈÊÀÂÁÃÅÆÇÑÍÎÓÔÕØÚÛŒ';
const CENTRAL = 'ąćęłńóśźżčďěňřšťůžýáíéúäöüőűâăîșțşţĄĆĘŁŃÓŚŹŻČĎĚŇŘŠŤŮŽÝÁÍÉÚÄÖÜŐŰ';
const SIGNS = '，。、？！：；“”‘’（）《》【】〔〕「」『』—…·￥×÷≤≥％～┋　';
const WESTERN_SIGNS = '€£§°«»„“”‘’–—…ºª²³µ½·';

const chinese = new Set([...SIMPLIFIED, ...TRADITIONAL].filter((sign) => sign.trim() !== ''));
const simplified = new Set(SIMPLIFIED);
const traditional = new Set([...TRADITIONAL, ...SIMPLIFIED]);
const japanese = new Set([...JAPANESE, ...'一二三四五六七八九十人出上下中大小私']);
const korean = new Set(KOREAN);
const signs = new Set(SIGNS);

const ideograph = /^[\u3400-\u9fff\uf900-\ufaff]$/u;
const kana = /^[\u3041-\u30ff]$/u;
const hangul = /^[\uac00-\ud7a3]$/u;
const cyrillic = /^[\u0410-\u044f\u0401\u0451]$/u;
const letter = /^\p{L}$/u;
const plainLetter = /^[A-Za-z]$/u;

/** How plausible one letter is in a text of that encoding, from its neighbours: 1 is what people write, below 0 what nobody does. */
type Weigh = (sign: string, before: string, after: string) => number;

const asian =
  (common: ReadonlySet<string>, own: (sign: string) => number | null): Weigh =>
  (sign) => {
    if (sign === '\ufffd') return -2;
    if (common.has(sign)) return 1;
    if (signs.has(sign)) return 0.6;
    return own(sign) ?? (ideograph.test(sign) ? 0.15 : /^[\uff01-\uff5e]$/u.test(sign) ? 0.6 : -0.2);
  };
const western =
  (common: string, own: RegExp | null): Weigh =>
  (sign, before, after) => {
    if (/^[\u0080-\u009f\ufffd]$/u.test(sign)) return -2;
    const inWord = letter.test(before) || letter.test(after);
    // Accents stand among plain letters: two in a row are rare in every Western language.
    if (common.includes(sign)) return !inWord ? 0.1 : plainLetter.test(before) || plainLetter.test(after) ? 0.9 : 0.05;
    // A capital stands at the front of a word; words of capitals are few.
    if (own !== null && own.test(sign))
      return !own.test(before) && !own.test(after)
        ? 0.1
        : /\p{Lu}/u.test(sign) && letter.test(before)
          ? /\p{Lu}/u.test(before)
            ? 0.2
            : 0.05
          : 0.9;
    return WESTERN_SIGNS.includes(sign) && !(plainLetter.test(before) && plainLetter.test(after)) ? 0.5 : -0.2;
  };

const CANDIDATES: readonly (readonly [label: string, weigh: Weigh])[] = [
  ['gb18030', asian(simplified, (sign) => (traditional.has(sign) ? 0.6 : kana.test(sign) ? 0.2 : null))],
  ['big5', asian(traditional, () => null)],
  ['shift_jis', asian(japanese, (sign) => (kana.test(sign) ? 1 : /^[\uff61-\uff9f]$/u.test(sign) ? 0.02 : chinese.has(sign) ? 0.5 : null))],
  ['euc-jp', asian(japanese, (sign) => (kana.test(sign) ? 1 : /^[\uff61-\uff9f]$/u.test(sign) ? 0.02 : chinese.has(sign) ? 0.4 : null))],
  ['euc-kr', asian(korean, (sign) => (hangul.test(sign) ? 0.35 : null))],
  ['windows-1252', western(WESTERN, null)],
  ['windows-1250', (sign, before, after) => western(CENTRAL, null)(sign, before, after) - 0.01],
  ['windows-1251', western('', cyrillic)],
];
const anyScript: Weigh = (sign, before, after) =>
  sign === '\ufffd'
    ? -0.5
    : chinese.has(sign) || kana.test(sign) || hangul.test(sign) || cyrillic.test(sign) || signs.has(sign)
      ? 1
      : ideograph.test(sign)
        ? 0.5
        : Math.max(western(WESTERN, null)(sign, before, after), western(CENTRAL, null)(sign, before, after));

export interface Likely {
  readonly label: string /** Mean plausibility of the letters outside plain ASCII, at most 1. */;
  readonly score: number;
  /** No other candidate that gives other letters comes near: it may be read, if that is said. */
  readonly clear: boolean;
}

/** Plain words score .7 to 1 in their own encoding and below .4 in others. */
const CLEAR = 0.45;
const LEAD = 0.15;

/** How well a reading of the bytes in an encoding looks like a text. Only the lines that need an encoding count. */
export function scoreOf(bytes: Uint8Array, label: string): number {
  return scoreText(lettersOf(sampleOf(bytes), label), CANDIDATES.find(([name]) => name === label)?.[1] ?? anyScript);
}

function scoreText(text: string, weigh: Weigh): number {
  let total = 0;
  let count = 0;
  const letters = [...text];
  for (const [at, sign] of letters.entries()) {
    if (sign < '\u0080') continue;
    total += weigh(sign, letters[at - 1] ?? '', letters[at + 1] ?? '');
    count++;
  }
  return count === 0 ? 0 : total / count;
}

/** The encoding, other than UTF-8, that the bytes read best in; null when they look like no text in any. */
export function likelyEncoding(bytes: Uint8Array): Likely | null {
  const sample = sampleOf(bytes);
  const readings = CANDIDATES.map(([label, weigh]) => {
    const text = lettersOf(sample, label);
    return { label, text, score: scoreText(text, weigh) };
  });
  const best = readings.reduce((before, one) => (one.score > before.score + 1e-9 ? one : before));
  if (best.score <= 0.12) return null;
  const next = Math.max(...readings.filter(({ text }) => text !== best.text).map(({ score }) => score));
  return { label: best.label, score: best.score, clear: best.score > CLEAR && best.score - next > LEAD };
}

/** At most so many bytes of lines that hold others than ASCII. */
const SAMPLE = 1 << 18;

function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE));
  let used = 0;
  let start = 0;
  let high = false;
  for (let at = 0; at <= bytes.length && used < sample.length; at++) {
    const byte = bytes[at];
    if (byte !== undefined && byte >= 0x80) high = true;
    if (byte !== undefined && byte !== 10) continue;
    const line = high ? bytes.subarray(start, at + 1) : null;
    if (line !== null) {
      const part = line.subarray(0, sample.length - used);
      sample.set(part, used);
      used += part.length;
    }
    start = at + 1;
    high = false;
  }
  return sample.subarray(0, used);
}
