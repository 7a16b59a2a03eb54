#include <array>

#include "names/dictionary.h"

namespace assay {

/// Legal forms of many countries. Chinese and Korean ones stand  the end of a name without a blank.
std::span<const MeaningRow> legal_rows() {
  constexpr auto legal = TokenClass::legal;
  static constexpr auto rows = std::to_array<MeaningRow>({
      {legal,
       "ltd limited co company comp cie compagnie compania companhia coltd co_ltd company_limited limited_company "
       "ltd_co limited_co ltda limitada lda ltee pvt_ltd private_limited pte_ltd pte_limited pte pvt "
       "proprietary_limited "
       "pty_ltd pty_limited pty private_ltd sdn_bhd sendirian_berhad sdn bhd berhad pt tbk persero cv 公司 总公司 "
       "有限公司 "
       "有限责任公司 责任有限公司 회사 총회사 주식회사 유한회사 유한책임회사 hoesa hoisa chusik_hoesa jusik_hoesa "
       "kompaniya kompania компания companies group_of_companies company_private_limited"},
      {legal,
       "corporation corp inc incorporated corporate inkorporeitid korporatsiya korporatsia корпорация corporacion "
       "corporacao corporatie 株式会社 kk kabushiki_kaisha yugen_kaisha 有限会社"},
      {legal,
       "llc l_l_c limited_liability_company limited_liability_co limited_liability_corporation ooo ооо tov тов тоо "
       "too "
       "obshchestvo_s_ogranichennoy_otvetstvennostyu общество_с_ограниченной_ответственностью "
       "tovarystvo_z_obmezhenoyu_vidpovidalnistyu gmbh gesellschaft_mit_beschrankter_haftung gmbh_co_kg mbh ug "
       "sarl societe_a_responsabilite_limitee srl sociedad_de_responsabilidad_limitada "
       "societa_a_responsabilita_limitata "
       "sp_z_oo sp_z_o_o spzoo spolka_z_ograniczona_odpowiedzialnoscia sro s_r_o doo d_o_o ood eood bv b_v "
       "besloten_vennootschap fze fzco fzc fz_llc fzllc wll w_l_l spc dmcc free_zone_establishment free_zone_company "
       " "
       "sia uab kft s_de_rl s_de_rl_de_cv srl_de_cv sas_esp eirl eurl sasu sprl bvba lp l_p llp l_l_p lllp "
       "limited_partnership limited_liability_partnership 合同会社 有限合伙 mchj"},
      {legal,
       "jsc joint_stock_company joint_stock_co joint_stock joint_stock_corporation ao ао ojsc "
       "open_joint_stock_company "
       "oao оао cjsc closed_joint_stock_company zao зао pjsc public_joint_stock_company pao пао "
       "aktsionernoe_obshchestvo aktsionernoye_obshchestvo акционерное_общество открытое_акционерное_общество "
       "закрытое_акционерное_общество публичное_акционерное_общество otkrytoe_aktsionernoe_obshchestvo "
       "zakrytoe_aktsionernoe_obshchestvo publichnoe_aktsionernoe_obshchestvo nao нао "
       "непубличное_акционерное_общество "
       "private_joint_stock_company prjsc pat prat пат прат  ат ag aktiengesellschaft sa s_a societe_anonyme "
       "sociedad_anonima sociedade_anonima saoc saog saic sal psc pjs sab s_a_b de_cv sab_de_cv sa_de_cv "
       "sociedad_anonima_de_capital_variable spa s_p_a societa_per_azioni plc public_limited_company nv n_v "
       "naamloze_vennootschap naamloze as a_s aktieselskab aksjeselskap asa ab aktiebolag publ oy oyj osakeyhtio "
       "anonim_sirketi sirketi ltd_sti sti as_sirketi tas hf ehf rt zrt nyrt ad a_d dd d_d se "
       "societas_europaea kgaa kg ohg ek ev kommanditgesellschaft sca scs snc sas societe_par_actions_simplifiee "
       "ste societe sicav scrl saa sac gie sociedad sociedade societa jsfc jscb ojscb pjscb cjscb oaoo "
       "股份公司 股份有限公司 股份有限责任公司 集团股份有限公司 股份"},
      {legal,
       "jv joint_venture joint_venture_company joint_venture_corporation j_v jvc jv_co joint_operation_company "
       "joint_operation sp_ooo hapyong habyong hapyeong 合资公司 合资 合营 합영회사 합작회사 합영 합작 "
       "hapyong_hoesa habyeong_hoesa sovmestnoe_predpriyatie совместное_предприятие"},
      {legal,
       "state_enterprise state_unitary_enterprise federal_state_unitary_enterprise fgup фгуп gup гуп mup муп "
       "federal_state_enterprise unitary_enterprise rue rup руп fgbu фгбу gku chup чуп ip ип "
       "federalnoe_gosudarstvennoe_unitarnoe_predpriyatie federal_state_budgetary_institution ano ано nko нко pko "
       "пко"},
      {TokenClass::particle,
       "and wal val und of the ar er es ed ush ash ul ur ud for a an in  to on by with et y e de_los des der die das "
       "du de del la le "
       "les los las el di da do dos das della i и "
       "en van von al ul     zur zum fur fuer pour para por con als"},
  });
  return rows;
}

}  // namespace assay
