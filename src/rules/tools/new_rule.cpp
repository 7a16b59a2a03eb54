#include "rules/tools/new_rule.h"

#include <fmt/format.h>

namespace assay {
namespace {

constexpr std::string_view head =
    R"(# A rule of assay. docs/RULES.md explains every key; `assay rules lint FILE` says what is wrong with this file,
# `assay rules test FILE` shows what its tests find, and `assay rules mutate FILE` whether they would notice a mistake.
assay: 1
id: {}
)";

constexpr std::string_view about_shipments = R"(title: Goods whose papers name the DPRK
# The group under which reports list it: origin_direct, origin_indirect, transit_dprk, labour, ownership, price …
theme: origin_direct
status: experimental
# What gets the verdict. One verdict for each shipment.
subject: shipment
# How bad a flag is: info, low, medium, high, critical.
severity: medium
# How much it matters when nobody can tell: low, medium, high; or by exposure, as here.
gap: {border_zone: high, exposed: medium, else: low}
# To be answered with yes or no, where yes is flagged. Officers read this and not the condition.
question: Do the papers of these goods name the DPRK as their origin?
why: |
  Say here in two or three sentences why the answer matters.
# What the rule rests on, with the paragraph. What was not read is not cited.
references:
  - {cite: Write here the law or the publication, locator: and the paragraph}
# Of which shipments it is asked; without `when` of all. Goods that the DPRK can produce, here.
when:
  where: {shipment.exposed: true}
# What flags. Conditions: where, path, all, any, not, at_least and others. A cell that is blank or unreadable is
# neither yes nor no: the question stays open.
flag_when:
  where: {shipment.origin_country: KP}
# {subject.name} and the fields of the subject are filled in.
message: "{subject.name}: the papers name the DPRK"
decide_by:
  - The certificate of origin
falsepositives:
  - Goods of the Republic of Korea, entered under the wrong code
# At least one test that is flagged, one that is clear and one that stays open. Invented names only.
tests:
  - name: papers that name the DPRK are found
    given:
      shipments: |
        shipment_id,date,supplier,buyer,hs_code,origin_country
        S1,2018-03-01,Hill Mine,Iron Works,260111,KP
    subject: shipment:S1
    expect: flagged
  - name: the Republic of Korea is another country
    given:
      shipments: |
        shipment_id,date,supplier,buyer,hs_code,origin_country
        S1,2018-03-01,Harbour Zinc,Iron Works,260111,KR
    subject: shipment:S1
    expect: clear
  - name: papers that name no origin leave the question open
    given:
      shipments: |
        shipment_id,date,supplier,buyer,hs_code,origin_country
        S1,2018-03-01,Ferry Trading,Iron Works,260111,
    subject: shipment:S1
    expect: insufficient
    missing: [shipment.origin_country]
)";

constexpr std::string_view about_workers = R"(title: Workers whose papers name the DPRK
# The group under which reports list it: origin_direct, origin_indirect, transit_dprk, labour, ownership, price …
theme: labour
status: experimental
# What gets the verdict. One verdict for each group of workers; a person is never one.
subject: worker_group
# How bad a flag is: info, low, medium, high, critical.
severity: medium
# How much it matters when nobody can tell: low, medium, high; or by exposure, as here.
gap: {border_zone: high, exposed: medium, else: low}
# To be answered with yes or no, where yes is flagged. Officers read this and not the condition.
question: Do DPRK nationals work in this group?
why: |
  Say here in two or three sentences why the answer matters.
# What the rule rests on, with the paragraph. What was not read is not cited.
references:
  - {cite: Write here the law or the publication, locator: and the paragraph}
# What flags. Conditions: where, all, any, not, at_least and others. A cell that is blank or unreadable is neither yes
# nor no: the question stays open. Nationality comes from documents, never from a name or a language.
flag_when:
  where: {worker_group.nationality: KP}
# {subject.name} and the fields of the subject are filled in.
message: "{subject.name}: DPRK nationals"
decide_by:
  - Headcount by nationality, with payroll
falsepositives:
  - Nationals of the Republic of Korea, entered as Korean
# At least one test that is flagged, one that is clear and one that stays open. Invented names only.
tests:
  - name: nationals of the DPRK are found
    given:
      workers: |
        site,employer,nationality,count
        Plant 2,Needle Works,DPRK,40
    subject: "worker_group:Plant 2"
    expect: flagged
  - name: nationals of another country are not meant
    given:
      workers: |
        site,employer,nationality,count
        Plant 2,Needle Works,VN,40
    subject: "worker_group:Plant 2"
    expect: clear
  - name: a group whose nationality is not stated stays open
    given:
      workers: |
        site,employer,nationality,count
        Plant 2,Needle Works,,40
    subject: "worker_group:Plant 2"
    expect: insufficient
    missing: [worker_group.nationality]
)";

}  // namespace

std::string new_rule(std::string_view id, SubjectKind subject) {
  return fmt::format(fmt::runtime(head), id) +
         std::string(subject == SubjectKind::worker_group ? about_workers : about_shipments);
}

}  // namespace assay
