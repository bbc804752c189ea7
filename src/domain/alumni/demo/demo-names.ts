/** A name in Latin letters and, where the country writes it so too, in Cyrillic: `Latin/Кириллица`. */
type Spelt = string;

export interface DemoNames {
  readonly women: readonly Spelt[];
  readonly men: readonly Spelt[];
  /** Family names of women, each beside that of men. */
  readonly families: readonly (readonly [women: Spelt, men: Spelt])[];
}

/** Common given and family names, put together by chance: whoever bears one of them is not meant. */
export const DEMO_NAMES: Readonly<Record<string, DemoNames>> = {
  'country:KG': {
    women: list(
      'Aigul/Айгүл, Nurgul/Нургүл, Gulnara/Гүлнара, Jyldyz/Жылдыз, Aizada/Айзада, Cholpon/Чолпон, Begimai/Бегимай, Meerim/Мээрим, Aida/Аида, Burul/Бурул, Zhanyl/Жаңыл, Elnura/Элнура',
    ),
    men: list(
      'Azamat/Азамат, Bakyt/Бакыт, Nurlan/Нурлан, Ulan/Улан, Almaz/Алмаз, Ermek/Эрмек, Talant/Талант, Bektur/Бектур, Kubanych/Кубаныч, Daniyar/Данияр, Tilek/Тилек, Sanzhar/Санжар',
    ),
    families: families(
      'Asanov/Асанов, Toktogulov/Токтогулов, Mamytov/Мамытов, Kadyrov/Кадыров, Osmonov/Осмонов, Beishenov/Бейшенов, Sydykov/Сыдыков, Zhumabekov/Жумабеков, Turgunbaev/Тургунбаев, Abdyldaev/Абдылдаев, Imanaliev/Иманалиев, Kerimkulov/Керимкулов',
    ),
  },
  'country:TJ': {
    women: list(
      'Nigora/Нигора, Shahnoza/Шаҳноза, Mehrangez/Меҳрангез, Zarina/Зарина, Gulchehra/Гулчеҳра, Firuza/Фирӯза, Manizha/Манижа, Parvina/Парвина, Sitora/Ситора, Farzona/Фарзона, Madina/Мадина, Munira/Мунира',
    ),
    men: list(
      'Firdavs/Фирдавс, Jamshed/Ҷамшед, Farrukh/Фаррух, Rustam/Рустам, Bakhtiyor/Бахтиёр, Daler/Далер, Sherali/Шералӣ, Manuchehr/Манучеҳр, Khurshed/Хуршед, Dilshod/Дилшод, Umed/Умед, Siyovush/Сиёвуш',
    ),
    families: families(
      'Saidov/Саидов, Rahimov/Раҳимов, Nazarov/Назаров, Sharipov/Шарипов, Kholov/Холов, Davlatov/Давлатов, Mirzoev/Мирзоев, Qodirov/Қодиров, Safarov/Сафаров, Yusufov/Юсуфов, Hakimov/Ҳакимов, Boboev/Бобоев',
    ),
  },
  'country:UZ': {
    women: list(
      'Dilnoza/Дилноза, Gulnoza/Гулноза, Shahlo/Шаҳло, Nodira/Нодира, Feruza/Феруза, Malika/Малика, Nilufar/Нилуфар, Zulfiya/Зулфия, Oʻgʻiloy/Ўғилой, Sevara/Севара, Barno/Барно, Yulduz/Юлдуз',
    ),
    men: list(
      'Jasur/Жасур, Otabek/Отабек, Sardor/Сардор, Bobur/Бобур, Ulugʻbek/Улуғбек, Sherzod/Шерзод, Aziz/Азиз, Javlon/Жавлон, Doniyor/Дониёр, Oʻktam/Ўктам, Bekzod/Бекзод, Farhod/Фарҳод',
    ),
    families: families(
      'Karimjonov/Каримжонов, Yoʻldoshev/Йўлдошев, Toʻraev/Тўраев, Rashidov/Рашидов, Normatov/Норматов, Ergashev/Эргашев, Gʻaniev/Ғаниев, Saidmurodov/Саидмуродов, Tursunov/Турсунов, Qosimov/Қосимов, Haydarov/Ҳайдаров, Xolmatov/Холматов',
    ),
  },
  'country:TM': {
    women: list('Aýgül, Ogulgerek, Maral, Jeren, Bahar, Läle, Aknabat, Gözel, Selbi, Oguljahan'),
    men: list('Merdan, Döwlet, Myrat, Begenç, Serdar, Batyr, Rahym, Ýhlas, Arslan, Maksat'),
    families: families('Annaýew, Geldiýew, Orazow, Hojaýew, Amanow, Durdyýew, Garajaýew, Ataýew, Meredow, Nuryýew'),
  },
  'country:AZ': {
    women: list('Aysel, Günel, Leyla, Nərmin, Səbinə, Aytən, Günay, Lalə'),
    men: list('Elçin, Rəşad, Orxan, Tural, Anar, Fərid, Emin, Vüqar'),
    families: families('Hüseynov, Quliyev, Abbasov, Mehdiyev, İsmayılov, Rzayev, Babayev, Cəfərov'),
  },
  'country:AM': {
    women: list('Anahit, Lusine, Narine, Mariam, Gayane, Tatevik, Hasmik, Astghik'),
    men: list('Tigran, Armen, Hayk, Gevorg, Artur, Narek, Vahan, Karen'),
    families: same('Harutyunyan, Grigoryan, Petrosyan, Hovhannisyan, Sahakyan, Mkrtchyan, Vardanyan, Avetisyan'),
  },
  'country:GE': {
    women: list('Nino, Tamar, Ketevan, Mariam, Salome, Natia, Eka, Lela'),
    men: list('Giorgi, Levan, Irakli, Zurab, Davit, Luka, Sandro, Nika'),
    families: same('Beridze, Kapanadze, Gelashvili, Lomidze, Maisuradze, Kvaratskhelia, Tsiklauri, Giorgadze'),
  },
};

function list(text: string): Spelt[] {
  return text.split(', ');
}

/** Family names that end on -a for a woman, in either script. */
function families(text: string): [Spelt, Spelt][] {
  return list(text).map((name) => [name.replace('/', 'a/') + (name.includes('/') ? 'а' : 'a'), name]);
}

function same(text: string): [Spelt, Spelt][] {
  return list(text).map((name) => [name, name]);
}
