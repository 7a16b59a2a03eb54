#include <unordered_map>

#include "base/text.h"
#include "names/korean.h"
#include "names/letters.h"

namespace assay {
namespace {

/// A Hangul syllable, then the simplified Chinese characters that names read so.
constexpr std::string_view readings =
    "가 家加佳价可 각 角觉 간 干间简 갈 葛 감 监感甘 강 姜江康刚强钢 개 开盖 갑 甲 거 居巨 건 建健乾 검 检剑 격 格 "
    "견 坚 결 结 "
    "경 京景庆敬经镜卿 계 界桂溪季启 고 高古 곡 谷 공 公孔工功空 과 科果 곽 郭 관 关管官冠 광 光广矿 교 教桥 구 "
    "九具邱求 국 国菊 군 军君 "
    "권 权 귀 贵 규 圭奎 균 均 극 极克 근 根 금 金锦今琴 기 基奇起机技气企期纪 길 吉 나 那 낙 乐洛 남 南男 내 内 녕 "
    "宁 노 劳 농 农 "
    "단 丹端 달 达 담 谈 당 党唐 대 大代对 덕 德 도 道图都岛陶 독 独 돈 敦 동 东同动董铜冬桐 두 斗杜头 등 邓 "
    "라 罗 락 落 란 兰 량 良梁亮 려 旅吕丽 력 力 련 连联莲炼 렬 烈 령 灵玲岭 례 礼 로 卢鲁路老 록 录绿鹿 론 论 룡 龙 "
    "류 柳刘流 륙 陆 률 律 "
    "륜 轮伦 릉 陵 리 李里利理 림 林临 마 马麻 만 万满 망 望 매 梅 맹 孟盟 면 面 명 明名命 모 毛茅 목 木 무 武贸茂务 "
    "문 文门 물 物 미 美米 "
    "민 民敏闵 박 朴博 반 班潘 발 发 방 方房 배 裴 백 白百伯 번 繁 범 范 변 边卞 별 别 병 炳兵秉丙 보 宝保普报 복 "
    "福复 본 本 봉 峰奉凤锋蓬 "
    "부 富夫副部釜 북 北 분 分 비 飞 빈 彬 사 社师史四 산 山产 삼 三森 상 尚商相祥上 새 赛 색 色 서 西徐书瑞 석 石锡 "
    "선 善鲜先船宣 "
    "설 雪薛 성 成星城圣盛诚姓 세 世 소 苏小素 손 孙 송 松宋 수 秀水守寿洙树首 숙 淑 순 顺淳舜 술 术 숭 崇 승 胜承升 "
    "시 市时施 식 植食 "
    "신 新申信慎神 실 实 심 沈心 쌍 双 아 亚 안 安 암 岩 압 鸭 애 爱 액 液 야 野 약 药 양 杨阳洋 어 鱼 언 言 엄 严 "
    "업 业 여 余 역 易 연 延燕研 "
    "열 热 염 廉 엽 叶 영 英永荣营映 예 艺 오 吴五 옥 玉 온 温 왕 王旺 외 外 요 姚 용 用勇容 우 友宇禹于雨 욱 旭 운 "
    "云运 웅 雄 "
    "원 元源远园原员院 월 月 위 委魏卫 유 刘俞有油 육 育 윤 尹润允 은 银恩殷 을 乙 음 音 의 义医 이 伊 익 益 인 "
    "人仁印 일 一日 임 任 입 入 "
    "자 子资 작 作 장 张章长庄 재 才在载 저 储 적 赤 전 全田电前 정 正郑定丁政静贞 제 济制第帝 조 赵曹朝祖 종 宗钟种 "
    "좌 左 주 朱周州珠主 "
    "준 俊准 중 中重 지 地志智池支 직 直 진 真陈进镇珍晋秦 차 车 찬 灿 창 昌昶创 채 蔡 책 策 천 千天川泉 철 哲铁 청 "
    "青清 체 体 초 初楚 촌 村 "
    "총 总 최 崔 추 秋 축 畜 춘 春 출 出 충 忠 치 治 친 亲 칠 七 타 他 탁 卓 탄 炭 태 太泰 택 泽 토 土 통 通 투 投 "
    "특 特 팔 八 패 贝 편 片 "
    "평 平 포 浦 표 表 풍 丰风 피 皮 필 必 하 河夏 학 学鹤 한 韩汉寒 함 咸 합 合 항 航港 해 海 행 行幸 향 香向 헌 "
    "宪献 혁 革赫 현 贤玄铉显 "
    "협 协 형 亨炯 혜 惠慧 호 浩虎胡湖镐昊 홍 洪红弘鸿 화 和华花化火 환 焕 황 黄 회 会 효 孝晓 후 厚后 훈 勋训 휘 辉 "
    "흑 黑 흥 兴 희 熙喜希姬";

}  // namespace

char32_t korean_reading_of(char32_t han) {
  static const std::unordered_map<char32_t, char32_t> table = [] {
    std::unordered_map<char32_t, char32_t> made;
    char32_t syllable = 0;
    for (std::size_t at = 0; at < readings.size();) {
      const char32_t c = next_code_point(readings, at);
      if (is_hangul(c))
        syllable = c;
      else if (c != U' ')
        made.emplace(c, syllable);
    }
    return made;
  }();
  // Family names come first in a name: 金 is 김 there, 금 elsewhere; see the caller.
  const auto found = table.find(han);
  return found == table.end() ? 0 : found->second;
}

}  // namespace assay
