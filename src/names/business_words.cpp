#include <array>

#include "names/dictionary.h"

namespace assay {

/// Words that say what a firm or an office does, in the languages of lists and of supplier files.
std::span<const MeaningRow> business_rows() {
  constexpr auto g = TokenClass::generic;
  // Words of brands that are translated as often as they are romanised.
  constexpr auto brand = TokenClass::brand;
  static constexpr auto rows = std::to_array<MeaningRow>({
      {brand, "dongfang orient oriental 东方"},
      {brand, "changcheng greatwall great_wall 长城"},
      {brand, "youyi friendship 友谊"},
      {brand, "heping peace 和平"},
      {brand, "yangguang sunshine 阳光"},
      {brand, "huanghe yellow_river 黄河"},
      {g,
       "trading import_export import_and_export export_import export_and_import impex imports_and_exports "
       "imports_exports "
       "importing_and_exporting imp_exp exp_imp jinchukou 进出口 进出口贸易 수출입 импорт_экспорт eksport_import "
       "총무역 총무역회사 综合贸易 종합무역 "
       "trade trades trader traders commerce commercial_trading comercio comercial handel handels "
       "handelsgesellschaft torgovlya torgovyy torgovaya torgovy torgoviy torgovyi negoce ticaret tijarat tijara "
       "muyok muyeok muyoek mu_yok maoyi mao_yi shangmao jingmao economy_and_trade economic_and_trade economic_trade "
       "economy_trade economic_and_trading economic_and_trading economic_trading 贸易 商贸 经贸 商业贸易 经济贸易 "
       "무역 торговля торговый торговая торговое"},
      {g,
       "industry_and_trade industrial_and_trading industrial_trading industrial_trade industry_trade "
       "industry_and_trading industry_trading gongmao gong_mao 工贸"},
      {g, "import imports importers importing impor 进口 수입 импорт"},
      {g, "export exports exporters exporting ekspor 出口 수출 экспорт"},
      {g, "general genel генеральный"},
      {g,
       "international intl  internacional internationale internasional internazionale int guoji kukje gukje "
       "mezhdunarodnyy mezhdunarodnaya mezhdunarodny 国际 국제 международный международная"},
      {g, "global worldwide world weltweit 全球 环球 글로벌 глобал"},
      {g, "group gruppe groupe grupo gruppa gruppo grup jituan 集团 集团公司 그룹 группа гк gk  grp"},
      {g, "holding holdings kholding holdco holding_company konggu 控股 控股集团 지주 холдинг "},
      {g,
       "industry industries industrial industria industrias industrie industriya promyshlennost promyshlennaya "
       "sanayi sanoat "
       "kongop gongeop san_op sanop saneop shiye gongye 实业 工业 产业 공업 산업 실업 промышленность промышленный "
       "промышленная promyshlennyy prom пром indl ind"},
      {g,
       "development developments dev devt developing developers desarrollo developpement entwicklung razvitie "
       "razvitiye kaebal gaebal "
       "fazhan kaifa 发展 开发 개발 развитие"},
      {g,
       "investment investments invest investing investors inversiones inversion investissement investissements "
       "investitsii investitsionnaya yatirim touzi "
       "tuja 投资 투자 инвест инвестиции инвестиционная"},
      {g,
       "technology technologies tech technical technological technol tekhnologii tekhnologiya teknoloji tecnologia "
       "tecnologias technologie technologia kisul gisul keji jishu 科技 技术 기술 과학기술 технологии технология "
       "science_and_technology"},
      {g, "science sciences scientific kwahak gwahak kexue 科学 과학 наука научный scientific_and_technical"},
      {g,
       "economy economic economical economics economie kyongje gyeongje jingji 经济 경제 экономический "
       "экономическая"},
      {g, "cooperation co_operation cooperative coop cooperatives hyopdong hezuo 合作 合作社 협동 협력 협동조합"},
      {g,
       "bank banking bancorp banque banco banka banki banca bankasi bangk unhaeng eunhaeng yinhang bank_of "
       "banking_corporation 银行 은행 банк banks"},
      {g, "credit kredit credito sinyong sinyeong 信贷 信用 신용 кредит кредитный"},
      {g,
       "finance financial financing finances finans finansovyy finansovaya finanzas kumyung geumyung jinrong 金融 "
       "财务 "
       "금융 финанс финансовая финансы fin"},
      {g,
       "insurance assurance insurances seguros sigorta strakhovanie strakhovaya pohom boheom baoxian 保险 보험 "
       "страховая "
       "страхование takaful"},
      {g, "leasing lease lizing leasings zulin 租赁 리스 лизинг"},
      {g, "fund funds fond fonds fondo fondation jijin 基金 기금 фонд"},
      {g, "foundation stiftung fundacion fondation 基金会 재단"},
      {g, "trust trustee trustees 信托 신탁"},
      {g, "capital kapital capitals 资本 капитал"},
      {g, "asset assets asset_management 资产 자산 актив"},
      {g, "management managing mgmt mgt manag gestion kwalli gwalli guanli 管理 관리 управление upravlenie"},
      {g,
       "service services svc svcs servicios servicio serviços servis uslugi obsluzhivanie pongsa bongsa hizmetleri "
       "fuwu "
       "服务 服务业 서비스 봉사 услуги сервис"},
      {g,
       "consulting consultants consultancy consult consultant consultancies consultora danismanlik zixun 咨询 顾问 "
       "컨설팅 консалтинг konsalting"},
      {g, "solution solutions 解决方案 솔루션"},
      {g, "system systems sistemy sistema sistemas systeme xitong 系统 시스템 системы"},
      {g, "network networks netzwerk  wangluo 网络 네트워크 сеть"},
      {g,
       "information informational informatics info information_technology jongbo jeongbo xinxi 信息 信息技术 "
       "정보 информационный"},
      {g, "software softwares programmnoe  ruanjian 软件 소프트웨어 софт"},
      {g,
       "electronics electronic electron electronical elektronik elektronika elektron electronica chonja jeonja "
       "dianzi 电子 전자 "
       "электроника электронный"},
      {g, "electric electrical elektrik elektro electrica dianqi 电气 电器 전기 электро электрический"},
      {g,
       "power energy energies energia energiya energie energo energetik energetika enerji nengyuan 能源 电力 에너지 "
       "전력 "
       "энергия энерго энергетика"},
      {g,
       "telecom telecommunication telecommunications telecoms communication communications telekom telekommunikatsii "
       "tongsin 通信 电信 通讯 통신 телеком связь"},
      {g, "media 传媒 媒体 미디어 медиа"},
      {g,
       "engineering engineers engineer ingenieria ingenierie inzhiniring muhendislik gongcheng 工程 공학 "
       "엔지니어링 инжиниринг"},
      {g,
       "construction constructions constructors builders building buildings build construccion construcciones "
       "constructora stroitelstvo "
       "stroitelnaya stroy stroi insaat konsol geonseol jianshe jianzhu 建设 建筑 建工 건설 건축 строительство строй "
       "строительная contracting contractors contractor construct"},
      {g,
       "real_estate realty property properties estate estates nedvizhimost emlak inmobiliaria fangdichan 房地产 "
       "置业 부동산 недвижимость"},
      {g, "overseas  haeoe haeoi 海外 해외"},
      {g, "foreign external foreign_trade waimao taeoe daeoe 外贸 对外 대외 внешний"},
      {g, "project projects proyectos  项目"},
      {g,
       "shipping ship ships shpg shipping_co haeun shipmanagement ship_management shipowner shipowners sudokhodstvo "
       "sudokhodnaya denizcilik naviera "
       "navigation navigations haiyun chuanwu 船务 海运 航运 船舶 해운 судоходство судоходная shipholding "
       "shipping_and_trading"},
      {g, "marine maritime maritima maritimo marin  morskoy morskaya hanghai 海洋 海事 해양 해사 морской"},
      {g,
       "transport transportation transports transporte transportes trans_port transportnaya transportnyy unsong "
       "yunshu nakliyat 运输 운송 운수 транспорт транспортная"},
      {g, "logistics logistic logistik logistika logistica logistique lojistik wuliu 物流 물류 로지스틱스 логистика"},
      {g,
       "freight cargo freight_forwarding forwarding forwarders forwarder freight_forwarder freight_agency "
       "freight_agent spedition ekspeditsiya huoyun 货运 货运代理 货代 "
       "화물 карго"},
      {g, "agency agencies agent agents agencia agence agentur daeri taeri daili 代理 대리 агентство agentstvo"},
      {g, "port ports seaport harbor harbour  porto liman 港 港务 港口 항만 порт port_authority"},
      {g, "terminal terminals 码头 터미널 терминал"},
      {g,
       "air airlines airline airways airway aviation avia aviakompaniya aero aeronautics aerospace hangkong hanggong "
       "havayollari 航空 항공 авиа авиакомпания авиация"},
      {g, "space 航天 우주 космос"},
      {g, "railway railways railroad rail 铁路 철도 железная_дорога"},
      {g, "tanker tankers"},
      {g,
       "travel tourism tours tour turizm viajes kwangwang gwangwang lvyou 旅游 旅行 旅行社 관광 여행 려행 려행사 "
       "туризм"},
      {g, "hotel hotels 酒店 饭店 宾馆 호텔 отель гостиница"},
      {g, "restaurant restaurants 餐饮 餐厅 식당 ресторан"},
      {g,
       "food foods foodstuff foodstuffs alimentos alimentaire gida sikpum shipin 食品 식품 식료품 продукты пищевая"},
      {g,
       "seafood fishery fisheries fishing fish marine_products aquatic aquatic_products susan shuichan haichan 水产 "
       "海产 水产品 수산 수산물 "
       "рыба рыбная"},
      {g,
       "agriculture agricultural agro agri farming farm farms agricola nongop nongeop nongye 农业 농업 "
       "сельскохозяйственный агро"},
      {g, "forestry timber wood lumber woods rimop 林业 木业 木材 임업 림업 лес лесной lesnaya les"},
      {g,
       "textile textiles garment garments clothing apparel fashion knitting fangzhi fuzhuang pibok 纺织 服装 服饰 "
       "针织 피복 방직 의류 섬유 текстиль"},
      {g, "furniture 家具 가구 мебель"},
      {g,
       "pharmaceutical pharmaceuticals pharma pharmacy drug drugs medicine medicines medical medic ilac yiyao cheyak "
       "jeyak 医药 药业 制药 "
       "医疗 제약 의약 의료 фарм медицинский"},
      {g, "hospital hospitals clinic 医院 병원 больница"},
      {g, "health healthcare 健康 保健 보건 건강"},
      {g, "insam ginseng 人参 인삼"},
      {g, "equipment equipments equip shebei solbi seolbi 设备 装备 설비 장비 оборудование oborudovanie"},
      {g,
       "machine machinery machines machine_building mashinostroenie kigye gigye jixie makina maquinaria machineries "
       "machine_tool machine_tools 机械 机床 机器 기계 машиностроение"},
      {g, "instrument instruments 仪器 仪表 계기 приборы"},
      {g, "tool tools 工具 공구 инструмент"},
      {g,
       "automobile auto automotive motors motor car cars vehicle vehicles qiche jadongcha 汽车 자동차 авто "
       "автомобиль"},
      {g, "parts spare_parts components component 零件 配件 部件 부품 запчасти"},
      {g,
       "manufacturing manufacture manufacturer manufacturers mfg mfrs maker zhizao jejo 制造 제조 производство "
       "proizvodstvo"},
      {g, "processing kagong gagong jiagong 加工 가공 переработка"},
      {g, "product products productos produits produkty zhipin chanpin jepum 制品 产品 제품 продукция"},
      {g, "production productions saengsan shengchan 生产 생산 producciones"},
      {g, "supply supplies supplier suppliers supply_chain gongying 供应 供应链 공급 снаб поставка"},
      {g, "distribution distributors distributor distribuidora 流通 配送 유통"},
      {g, "wholesale 批发 도매 опт"},
      {g,
       "retail store stores shop shops market markets mart supermarket supermarkets 商店 商场 超市 市场 상점 시장 "
       "магазин рынок"},
      {g, "business businesses saop saeop shangye 商业 商务 사업 상업 бизнес commercial kommercheskiy"},
      {g,
       "enterprise enterprises entreprise entreprises empresa empresas predpriyatie predpriyatiye kiopso gieopso "
       "kiop "
       "gieop qiye 企业 기업 기업소 предприятие undertaking"},
      {g,
       "complex combine kombinat ryonhap_kiopso yonhap_kiopso ryonhap_giopso 联合企业 联合企业所 련합기업소 "
       "연합기업소 комбинат integrated_complex"},
      {g,
       "union united association associations associates associated federation league ryonhap yonhap ryonmaeng soyuz "
       "联合 协会 "
       "련합 연합 협회 союз ассоциация obyedinenie assotsiatsiya"},
      {g,
       "factory factories plant plants works mill mills zavod fabrika gongchang kongjang gongjang 工厂 厂 공장 "
       "제작소 завод фабрика"},
      {g, "center centre centers centro zentrum tsentr merkezi zhongxin 中心 센터 중심 центр"},
      {g,
       "institute institut instituto institution yonguso yeonguso yanjiusuo yanjiuyuan 研究所 研究院 연구소 연구원 "
       "институт research_institute"},
      {g, "research investigacion yongu 研究 연구 исследования issledovaniya"},
      {g, "academy akademiya academia akademi kwahagwon 学院 学会 학원 академия"},
      {g, "university universitet universidad universite taehak daehak 大学 대학 대학교 университет"},
      {g, "school schools college madrassa madrasa 学校 학교 школа"},
      {g, "laboratory laboratories lab labs 实验室 실험실 лаборатория"},
      {g, "ministry ministerio ministerstvo ministere   министерство"},
      {g,
       "department dept departamento bureau directorate division divisions office offices kuk 局 部门 办公室   "
       " отдел"},
      {g, "committee commission council komitet wiwonhoe 委员会 위원회 комитет"},
      {g, "organization organisation organizations org organizatsiya organizacion 组织 机构 조직 организация"},
      {g, "authority administration administrative 管理局 administratsiya"},
      {g, "branch branches filial 分公司 分行 支公司 지사 지점 филиал subsidiary representative_office rep_office"},
      {g, "station stations "},
      {g, "national natl nacional  kukka gukga guojia guoyou 国家 全国 국가 национальный национальная"},
      {g, "state gosudarstvennyy state_owned 国有 국영 государственный"},
      {g, "people peoples inmin 人民 인민"},
      {g, "army military armed_forces forces armed 军队 军事 군대 무력"},
      {g, "defense defence kukbang gukbang 国防 국방 оборона"},
      {g, "security securities 安全 安保 证券 보안 безопасность"},
      {g, "labor labour workforce manpower 劳务 劳动 로동 노동 인력"},
      {g, "human_resources personnel hr staffing 人力资源 인력개발"},
      {g, "money_laundering drug_trafficking drug_trafficking_organization"},
      {g, "youth chongnyon cheongnyeon 青年 청년"},
      {g, "hero yongung yeongung 英雄 영웅"},
      {g, "art arts 艺术 美术 예술 미술 искусство"},
      {g, "studio 创作社 창작사 студия"},
      {g, "culture cultural 文化 문화 культура"},
      {g, "sport sports 体育 체육 спорт"},
      {g, "exploration geological geology geologorazvedka tamsa 勘探 地质 탐사 지질 геология"},
      {g, "exchange hwanjon 交流 交易 교류"},
      {g, "special 特种 特殊 특수 специальный"},
      {g, "new  neue novyy novaya nuevo 新型 신형 новый"},
      {g, "first_class"},
      {g, "resource resources jawon ziyuan recursos 资源 자원 ресурсы resurs"},
      {g, "environment environmental environmental_protection 环保 环境 환경"},
      {g,
       "crude_oil oil petroleum petro neft nefte petrochemical petrochemicals petroleo petrol neftekhim sogyu sokyu "
       "wonyu shiyou 石油 石化 원유 "
       "석유 нефть нефтехим нефте"},
      {g, "gas gaz natural_gas 天然气 燃气 가스 газ"},
  });
  return rows;
}

}  // namespace assay
