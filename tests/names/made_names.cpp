#include "names/made_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace assay {
namespace {

using Words = std::vector<std::string_view>;

const Words places = split(
    "Dandong Shenyang Dalian Hunchun Yanji Shenzhen Dongguan Suzhou Kunshan Ningbo Qingdao Tianjin Beijing Shanghai "
    "Guangzhou Hangzhou Xiamen Haiphong Hanoi Bangkok Penang Batam Jakarta Seoul Busan Incheon Osaka Tokyo Hsinchu "
    "Taipei Chennai Mumbai Delhi Vladivostok Moscow Nakhodka Hamburg Munich Rotterdam Antwerp Laredo Juarez Lima "
    "Callao Santiago Perth Durban Lubumbashi Kigali Nairobi Istanbul Dubai Karachi Pyongyang Rason Nampo Chongjin",
    " ");
const Words trades = split(
    "Trading Mining Metal Metals Industrial Development International Technology Electronics Machinery Equipment "
    "Import Export Logistics Shipping Textile Garment Chemical Materials Minerals Steel Copper Tungsten Rare Earth "
    "Precision Components Manufacturing Engineering Investment Holdings Group General Foods Seafood Energy Coal "
    "Construction Building Plastics Packaging Furniture Auto Parts Electric Power Instrument Optical Science Trade "
    "Resources Smelting Refining Nonferrous Economic Cooperation Commercial Enterprise Services Transport Agency",
    " ");
const Words legal_forms = split(
    "Co., Ltd.|Co Ltd|Limited|Ltd|LLC|Inc.|Corporation|Corp.|Company|GmbH|S.A.|Sdn Bhd|Pte Ltd|JSC|OOO|Co.", "|");
const Words chinese = split(
    "an bai bao bei bo cai chang chao chen cheng chi chun da dao de dong du fa fang fei feng fu gang gao ge guan "
    "guang "
    "gui guo hai han hao he heng hong hua huai huan huang hui ji jia jian jiang jie jin jing jiu ju kai kang ke kun "
    "lan "
    "le li lian liang lin ling liu long lu lun mao mei meng min ming mu nan ning peng pin ping qi qian qiang qin "
    "qing "
    "quan ren rong rui san sen shan shang shao sheng shi shou shu shuang shun si song tai tang tao teng tian tong "
    "wan "
    "wang wei wen wu xi xian xiang xiao xin xing xiong xu xuan ya yan yang yao ye yi yin ying yong you yu yuan yue "
    "yun "
    "ze zeng zhan zhang zhao zhen zheng zhi zhong zhou zhu zhuo zi zong",
    " ");
const Words korean = split(
    "ryon bong kum gang chol san tae dong nam hung song un pyong myong sin il rak won kwang jin hyang rim ryu gyong "
    "paek du mirae so ha sun chon haeng bok jang su ok ryong ju pu chang min jok hye",
    " ");
const Words western = split(
    "al an ar bel bor cam cor dan del den dor el en fer fin gal gen gil har hel in is jar kal kar kel lam len lor "
    "mar "
    "mel mon mor nal nel nor ol on or pal pen per pol ran rel ron sal sel sen sol tal tel ten tor ul van vel ver vin "
    "wal wen xan yor zal zen ex tex nex ia io us a o",
    " ");
const Words given =
    split("Ali Hassan Mohammed Ivan Sergei Maria John Wei Min Chol Yong Anna Omar Pedro Luis Kim Fatima", " ");
const Words hangul =
    split("조선 련봉 금강 무역 광업 회사 총회사 대동 평양 남흥 은행 수산 백두 산 련하 기계 주식회사 대성", " ");
const Words han = split(
    "丹东 鸿祥 实业 发展 有限公司 贸易 沈阳 大连 矿业 金属 进出口 延边 海华 水产 珲春 科技 朝鲜 银行 金 山", " ");
const Words cyrillic = split(
    "Общество Восток Сибирь Уголь Торговый Дом Владивосток Металл Сервис ООО АО Щербаков Юрий Хорошев Порт Находка "
    "Лес",
    " ");

std::string_view one_of(const Words& words, MadeRandom& random) {
  return words[random.below(words.size())];
}

std::string capital(std::string word) {
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z')
    word.front() = static_cast<char>(word.front() - 32);
  return word;
}

/// Few words stand in many names, many in few.
std::string brand_word(MadeRandom& random) {
  MadeRandom chosen(random.one_in(2) ? random.below(20000) : random.next());
  const Words& syllables = std::array{&chinese, &western, &chinese, &korean}[chosen.below(4)][0];
  std::string word;
  const std::size_t count = 2 + (&syllables == &western || chosen.one_in(6) ? 1 : 0);
  for (std::size_t i = 0; i < count; ++i) word += one_of(syllables, chosen);
  return capital(std::move(word));
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

void typo(std::string& text, MadeRandom& random) {
  if (text.size() < 3) return;
  const std::size_t at = random.below(text.size() - 1);
  const char letter = static_cast<char>('a' + random.below(26));
  switch (random.below(5)) {
    case 0:
      text.erase(at, 1);
      break;
    case 1:
      text.insert(at, 1, letter);
      break;
    case 2:
      text[at] = letter;
      break;
    case 3:
      std::swap(text[at], text[at + 1]);
      break;
    default:
      text.insert(at, 1, text[at]);
  }
}

void change_words(std::vector<std::string>& words, MadeRandom& random) {
  const std::size_t at = random.below(words.size());
  const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
  switch (random.below(8)) {
    case 0:
      std::swap(words[at], words[random.below(words.size())]);
      break;
    case 1:
      if (at + 1 < words.size()) {
        words[at] += words[at + 1];
        words.erase(place + 1);
      }
      break;
    case 2:
      if (words[at].size() > 5) {
        words.insert(place + 1, words[at].substr(words[at].size() / 2));
        words[at].resize(words[at].size() / 2);
      }
      break;
    case 3:
      if (words.size() > 1) words.erase(place);
      break;
    case 4:
      words.insert(place, std::string(one_of(random.one_in(2) ? places : trades, random)));
      break;
    case 5:
      words.emplace_back(one_of(legal_forms, random));
      break;
    case 6:
      words[at] += std::to_string(random.below(30));
      break;
    default:
      words.push_back(words[at]);
  }
}

}  // namespace

std::uint64_t MadeRandom::next() {
  std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return mixed ^ (mixed >> 31);
}

std::string made_supplier(MadeRandom& random) {
  std::vector<std::string> words;
  if (random.one_in(40)) {
    words = {std::string(one_of(given, random)), brand_word(random)};
    return joined(words, random.one_in(3) ? ", " : " ");
  }
  if (!random.one_in(4)) words.emplace_back(one_of(places, random));
  words.push_back(brand_word(random));
  if (random.one_in(6)) words.push_back(brand_word(random));
  words.emplace_back(one_of(trades, random));
  if (random.one_in(2)) words.emplace_back(one_of(trades, random));
  if (random.one_in(30)) words.push_back("No. " + std::to_string(1 + random.below(99)));
  if (random.one_in(40)) words.push_back("(" + std::string(one_of(places, random)) + ")");
  if (!random.one_in(8)) words.emplace_back(one_of(legal_forms, random));
  return joined(words, " ");
}

std::string made_foreign_supplier(MadeRandom& random) {
  const std::size_t script = random.below(3);
  const Words& words = *std::array{&hangul, &han, &cyrillic}[script];
  std::vector<std::string> chosen;
  for (std::size_t count = 2 + random.below(3); count > 0; --count) chosen.emplace_back(one_of(words, random));
  return joined(chosen, script == 1 ? "" : " ");
}

std::string disguised(std::string name, MadeRandom& random) {
  for (std::size_t changes = random.below(4); changes > 0; --changes) {
    if (random.one_in(2)) {
      typo(name, random);
      continue;
    }
    std::vector<std::string> words;
    for (const std::string_view word : split(name, " "))
      if (!word.empty()) words.emplace_back(word);
    if (words.empty()) continue;
    change_words(words, random);
    name = joined(words, " ");
  }
  if (random.one_in(4))
    for (char& c : name)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return name;
}

}  // namespace assay
