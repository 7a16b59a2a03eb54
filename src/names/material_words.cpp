#include <array>

#include "names/dictionary.h"

namespace assay {

/// Minerals, metals and what is done with them.
std::span<const MeaningRow> material_rows() {
  constexpr auto g = TokenClass::generic;
  static constexpr auto rows = std::to_array<MeaningRow>({
      {g,
       "mining mine mines miner miners minera minero minas minerias mineria miniere madencilik maden kuangye "
       "kuangshan kwangop gwangeop kwangsan "
       "gwangsan gornodobyvayushchaya gornaya shakhta rudnik carriere carrieres 矿业 矿山  采矿 광업 광산 탄광 "
       "광업소 горнодобывающая "
       "горная рудник шахта "},
      {g,
       "mineral minerals mineraly minerales minerais mineraux kwangmul gwangmul kuangchan 矿产 矿物 矿产品 광물 "
       "минералы"},
      {g,
       "metal metals metaux metales metallics metall metallurgy metallurgical metallurgiya metallurgiyasi "
       "metalurgica metalurgia kumsok geumsok "
       "yejin jinshu 金属 冶金 금속 야금 металл металлы металлургия металлургический"},
      {g,
       "nonferrous non_ferrous nonferrous_metals non_ferrous_metals non_ferrous_metal nonferrous_metal yuse youse "
       "有色金属 有色 유색금속 "
       "비철금속 цветные_металлы цветмет"},
      {g, "rare_metals rare_metal rare_earth rare_earths xiyou 稀有金属 稀土 희유금속 희토류 редкие_металлы"},
      {g, "precious_metals precious_metal precious 贵金属 귀금속 драгоценные_металлы"},
      {g, "alloy alloys 合金 특수합금 합금 сплав"},
      {g, "ferroalloy ferroalloys ferro 铁合金 합금철 ферросплав"},
      {g, "tungsten wolfram tangsten wuye 钨 钨业 钨制品 텅스텐 중석 вольфрам"},
      {g, "tin estano etain olovo  timah xiye 锡 锡业 주석 олово"},
      {g, "tantalum tantal tanye 钽 钽业 탄탈 тантал"},
      {g, "niobium columbium 铌 니오브 ниобий"},
      {g, "gold  zoloto oro  aurum huangjin 黄金 황금 золото"},
      {g, "silver plata serebro argent baiyin 白银 银业 серебро"},
      {g, "copper cobre cuivre  kupfer bakir tongye 铜 铜业 구리 медь"},
      {g, "zinc tsink cink  锌 锌业 아연 цинк"},
      {g, " svinets  铅 铅锌 铅业 연아연 свинец lead_zinc lead_and_zinc"},
      {g, "nickel nikel 镍 镍业 니켈 никель"},
      {g, "cobalt kobalt 钴 钴业 코발트 кобальт"},
      {g, "molybdenum molibden 钼 钼业 몰리브덴 молибден"},
      {g, "magnesium magnesia magnesite magnezit 镁 镁业 镁砂 菱镁 마그네샤 마그네시아 마그네사이트 магний магнезит"},
      {g, "aluminium aluminum alyuminiy 铝 铝业 알루미늄 алюминий"},
      {g, "titanium  钛 钛业 티타늄 титан"},
      {g, "vanadium 钒 钒业 바나듐 ванадий"},
      {g, "antimony 锑 锑业 안티몬 сурьма"},
      {g, "graphite grafit hukyon heugyeon shimo 石墨 흑연 графит"},
      {g,
       "coal ugol anthracite sokthan  seoktan muyonthan carbon kohle meitan 煤炭 煤业 煤矿 석탄 무연탄 уголь "
       "угольная"},
      {g, "coke coking 焦化 焦炭 코크스 кокс"},
      {g,
       "iron_and_steel iron_steel steel steels stahl acero acier chelgang celik stal gangtie jechol jecheol 钢铁 钢 "
       "钢材 제철 강철 제강 철강 сталь "
       "steelworks steel_works steel_mill ironworks iron_steel_works iron_and_steel_works"},
      {g, "iron zhelezo hierro tieye ore ores iron_ore 铁 铁矿 铁业 철광 железо руда"},
      {g,
       "smelter smelting smelters smelting_works refinery refining refiner refineries smelter_refinery jeryonso "
       "jeryeonso chelyonso yelian 冶炼 冶炼厂 제련소 제련 плавильный "
       "аффинаж"},
      {g, "stone marble granite 石材 석재 камень"},
      {g, "cement 水泥 시멘트 цемент"},
      {g, "sand gravel 砂石 모래 песок"},
      {g, "glass 玻璃 유리 стекло"},
      {g, "ceramic ceramics 陶瓷 도자기 керамика"},
      {g,
       "chemical chemicals chemistry khimicheskiy khimiya khim quimica chimie kimya hwahak huagong huaxue 化工 化学 "
       "화학 химический химия хим"},
      {g, "fertilizer fertilizers fertiliser 肥料 化肥 비료 удобрения"},
      {g, "fibre fiber fibres fibers 纤维  волокно"},
      {g, "plastic plastics 塑料 塑业 수지 пластик"},
      {g, "rubber tire tyre tires 橡胶 轮胎 고무 резина"},
      {g, "paper 纸业 造纸 제지 бумага"},
      {g, "cable cables wire wires 电缆 电线 전선 кабель"},
      {g, "battery batteries 电池 전지 батарея"},
      {g, "semiconductor semiconductors 半导体 반도체 полупроводник"},
      {g, "material materials materialy cailiao jaejae 材料 新材料 物资 자재 소재 재료 материалы"},
      {g, "refractory refractories 耐火材料 耐火 내화물 огнеупоры"},
      {g, "jewelry jewellery jewels jewel zhubao 珠宝 首饰 보석 ювелирный"},
      {g, "scrap recycling recycle recycled 再生 回收 废料 재활용 лом"},
      {g, "concentrate concentrator beneficiation ore_dressing 选矿 선광 обогатительный"},
      {g, "water aqua 水务 수도 вода"},
      {g, "nuclear atomic 核 原子能 원자력 атомный"},
      {g, "light 轻工 경공업 light_industry light_industrial"},
      {g, "heavy 重工 重型 중공업 heavy_industry heavy_industries"},
  });
  return rows;
}

}  // namespace assay
