import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexWords, soundsOf, wantedWords } from '../../../src/domain/alumni/name-words.ts';

/** What the index does: a name is found when it has one of the choices for each word. */
function finds(text: string, ...names: string[]): boolean {
  const index = new Set(indexWords(names));
  const wanted = wantedWords(text);
  return wanted.length > 0 && wanted.every((choices) => choices.some((word) => index.has(word)));
}

/** Spellings of one name: each must find every other. */
const SAME: readonly string[] = [
  'Қуаныш Kuanysh Quanysh Quwanysh Куаныш',
  'Жанар Zhanar Janar Джанар Dzhanar Djanar',
  'Әлия Aliya Aliia Alia Алия Äliya',
  'Шахноза Шаҳноза Shakhnoza Shahnoza Shaxnoza Šahnoza Shohnoza',
  'Мүхтар Mukhtar Muhtar Мухтар Muxtar',
  'Ақбота Akbota Aqbota',
  'Нұрсұлтан Nursultan Нурсултан',
  'Гүлнәр Gulnar Гульнар Gülnär',
  'Айдын Aidyn Aydin Aydyn',
  'Ерлан Yerlan Erlan',
  'Өмірзақ Omirzak Ömirzaq Омирзак',
  'Ғани Gʻani Ghani Gani Гани',
  'Ёқуб Yoqub Yokub Екуб',
  'Семён Semyon Semen Семен',
  'Фёдор Fyodor Fedor Федор',
  'Дмитрий Dmitry Dmitriy Dmitri Dmitrii',
  'Наталья Natalya Natalia Наталия',
  'Юлия Yuliya Yulia Julia Iuliia',
  'Евгений Yevgeny Evgeny Evgenii Evgeniy',
  'Саидов Saidov Saidow',
  'Мирзоев Mirzoev Mirzoyev',
  'Тургунбаев Turgunbaev Turgunbayev',
  'Файзиев Faiziev Fayziev Fayziyev',
  'Щербаков Shcherbakov Scherbakov',
  'Ҷамшед Jamshed Djamshed Джамшед',
  'Шералӣ Sherali Шерали',
  'Раҳимов Rahimov Rakhimov Рахимов Raximov',
  'Қодиров Qodirov Kodirov Кодиров',
  'Фирӯза Firuza Фируза Firooza',
  'Гулчеҳра Gulchehra Gulchekhra Гулчехра',
  'Бахтиёр Bakhtiyor Bahtiyor Baxtiyor',
  'Ҳаким Hakim Khakim Хаким',
  "Oʻktam O'ktam O‘ktam Uktam Oktam Ўктам Уктам",
  'Yoʻldoshev Yuldoshev Yuldashev Йўлдошев Юлдашев',
  'Toʻraev Turaev Тўраев Тураев',
  'Ulugʻbek Ulugbek Улуғбек Улугбек',
  'Xolmatov Kholmatov Холматов Holmatov',
  'Axmedov Akhmedov Ahmedov Ахмедов',
  'Maxim Максим Maksim',
  'Александра Aleksandra Alexandra',
  'Jasur Жасур Zhasur Джасур',
  'Döwlet Dovlet Dowlet',
  'Ataýew Ataev Atayev Атаев',
  'Begenç Begench Бегенч',
  'Aýgül Aygul Aigul Айгуль Айгүл',
  'Gözel Gozel Гозель',
  'Žemal Zhemal Jemal Жемал',
  'Elçin Elchin Эльчин',
  'Cəfərov Jafarov Djafarov Джафаров',
  'Vüqar Vugar Vuqar',
  'Şahin Shahin Шахин',
  'Muhammad Mohammad Mohammed Mukhammed Мухаммад Муҳаммад Мухаммед',
  'Rahimi Raheemi Рахими',
  'Masood Masoud Masud Масуд',
  'Ганбаатар Ganbaatar Ganbatar',
  'Хүрэлсүх Khurelsukh Hurelsuh',
  'Дорж Dorj Dorzh',
  'Цэцэгмаа Tsetsegmaa',
  'Жээнбеков Jeenbekov Zheenbekov',
  'Мкртчян Mkrtchyan',
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['Zarina', 'Marina'],
  ['Nigora', 'Nodira'],
  ['Aigul', 'Aigerim'],
  ['Азамат', 'Azat'],
  ['Rustam', 'Ruslan'],
  ['Saidov', 'Sadykov'],
  ['Karimov', 'Rahimov'],
  ['Юсуф', 'Yunus'],
  ['Дильноза', 'Gulnoza'],
  ['Тимур', 'Temirlan'],
  ['Ali', 'Aliya'.slice(1)],
  ['Anna', 'Hanna'.slice(2, 4)],
  ['Бек', 'Bektur Asanov'.slice(7)],
];

describe('the words of names', () => {
  it.each(SAME)('meet, however they are spelt: %s', (spellings) => {
    const all = spellings.split(' ');
    const missed = all.flatMap((one) =>
      all.filter((other) => !finds(one, other)).map((other) => `${one} does not find ${other}`),
    );
    expect(missed).toEqual([]);
  });

  it.each(OTHERS)('%s does not find %s', (text, name) => {
    expect(finds(text, name)).toBe(false);
    expect(finds(name, text)).toBe(false);
  });

  it.each([
    ['Saidova Nigora', true],
    ['нигора сайдова', true],
    ['Nigora', true],
    ['Nig', true],
    ['Ni', false],
    ['Nigra Saidova', true],
    ['Nigorra Saidovaa', true],
    ['Ngiora', true],
    ['Nigora Saidova Rustamovna', false],
    ['Nigora Rahimova', false],
    ['', false],
    ['— !', false],
  ])('of Nigora Saidova are found by %j: %s', (text, is) => {
    expect(finds(text, 'Нигора Саидова')).toBe(is);
  });

  it('forgives one slip from four letters on, and no second one', () => {
    expect(finds('Umad', 'Umed')).toBe(true);
    expect(finds('Alu', 'Ali')).toBe(false);
    expect(finds('Firdafz', 'Firdavs')).toBe(false);
  });

  it('finds any of several names of one person', () => {
    expect(finds('Jamshed', 'Bakhtiyor', 'Ҷамшед Раҳимов')).toBe(true);
  });

  it('are words, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const word of [...soundsOf(text), ...indexWords([text]), ...wantedWords(text).flat()])
          expect(word).not.toMatch(/\s|^$/);
      }),
    );
  });

  it('find the name that was typed, whatever letters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        fc.pre(soundsOf(text).length > 0);
        expect(finds(text, text)).toBe(true);
      }),
    );
  });

  it('are looked at up to their fortieth letter, in names and in what is looked for alike', () => {
    const long = 'abcdefghij'.repeat(4);
    expect(finds(`${long}k`, `${long}lmn`)).toBe(true);
    expect(finds('yoxc'.repeat(50), 'yoxc'.repeat(50))).toBe(true);
    expect(wantedWords('yoxc'.repeat(50)).flat().length).toBeLessThan(1_000);
    expect(indexWords(['𐐨'.repeat(300)])[0]).toBe(`=${'𐐨'.repeat(40)}`);
  });

  it('stay few: not more than three for a letter and name', () => {
    expect(indexWords(['Александра Мухаммадҷонова']).length).toBeLessThan(75);
  });
});
