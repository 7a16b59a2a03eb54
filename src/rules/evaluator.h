#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/closure.h"
#include "graph/graph.h"
#include "graph/holdings.h"
#include "graph/paths.h"
#include "graph/prices.h"
#include "rules/evaluate.h"
#include "rules/first_flags.h"
#include "rules/rule.h"

namespace assay {

/// What an explanation gathers. Steps prove a yes; causes say why something is unknown; sentences say what was found.
struct Grounds {
  std::vector<EvidenceStep> steps;
  std::vector<Cause> causes;
  std::vector<CellRef> rests_on;  ///< of a no: the cells that close what nobody says
  std::vector<std::string> because;
  std::vector<std::pair<std::string, std::string>> words;  ///< more words for messages: owned.low → 25
  std::vector<LawEntry> law;                               ///< of a measure: what each jurisdiction says
  std::vector<std::pair<std::string, std::string>> row;    ///< of in_table: columns and cells of the row that fits
  std::string target;                                      ///< name of what a path ends in, for messages
  std::size_t hops = 0;
  bool causes_only = false;  ///< leave out sentences: called once a verdict

  void clear() {
    steps.clear();
    causes.clear();
    rests_on.clear();
    because.clear();
    words.clear();
    law.clear();
    row.clear();
  }
};

/// Answers conditions over one graph. Path questions are answered once for all shipments and kept.
class Evaluator {
 public:
  Evaluator(const SupplyGraph& graph, const Closure& closure, const Rules& rules)
      : graph_(graph), closure_(closure), rules_(rules) {}

  [[nodiscard]] const SupplyGraph& graph() const { return graph_; }
  [[nodiscard]] const Closure& closure() const { return closure_; }
  [[nodiscard]] const Rules& rules() const { return rules_; }

  [[nodiscard]] Answer answer(const Condition& condition, SubjectKind kind) const;
  /// The same of some subjects only. What it says of the others means nothing.
  [[nodiscard]] Answer answer(const Condition& condition, SubjectKind kind, const Bits& among) const;
  [[nodiscard]] Truth at(const Condition& condition, SubjectKind kind, std::uint32_t subject) const;
  /// Why the condition has this truth for the subject: `truth` is what at() said.
  void explain(const Condition& condition, SubjectKind kind, std::uint32_t subject, Truth truth, Grounds& out) const;

  /// Searches the paths of a question, and keeps the result: rules that ask the same share it. Not safe to call from
  /// two threads.
  const PathSearch& paths(const PathQuestion& question) const;
  /// What a rule says of all subjects of its kind: whether it flags them; no where it does not apply, and never yes
  /// of a rule about gaps. Answered once for all and kept.
  const Answer& flags(const Rule& rule) const;
  /// Keeps what was worked out elsewhere as the answer of flags(): `answer` of those that the rule asks, and no
  /// others.
  void keep_flags(const Rule& rule, const Answer& answer) const;
  /// Whether a rule flags something that hangs on a party: the party itself, what it sells, or its workers. By
  /// vertex; answered once for all and kept.
  const Answer& flags_party(const Rule& rule) const;
  /// The first subjects that a rule flags or may flag, by party; found at the first call and kept.
  const FirstFlags& first_flags(const Rule& rule) const;
  /// While one lives, answers of conditions are kept, so that at() and explain() look them up: a rule is asked of
  /// millions of subjects, and each of its parts would be asked again for every open one. Parts are kept for the
  /// subjects that the whole asked them of: of an `all` those that no part before had settled, and so on; which is
  /// all that explaining a yes or an open answer looks at. Not nested.
  class Remembering {
   public:
    explicit Remembering(const Evaluator& evaluator) : evaluator_(evaluator) { evaluator_.remembers_ = true; }
    ~Remembering() {
      evaluator_.remembers_ = false;
      evaluator_.remembered_.clear();
    }
    Remembering(const Remembering&) = delete;
    Remembering& operator=(const Remembering&) = delete;

   private:
    const Evaluator& evaluator_;
  };
  /// What a condition, or a part of one, works out once for all its subjects: made at the first call, by a function
  /// that returns a shared_ptr to it. Kept by the address of the condition or part; one keeps one thing.
  template <class Made, class Part, class Make>
  const Made& kept(const Part& part, Make make) const {
    std::shared_ptr<const void>& slot = kept_[&part];
    if (slot == nullptr) slot = std::shared_ptr<const Made>(make());
    return *static_cast<const Made*>(slot.get());
  }
  /// Who owns whom; worked out at the first call.
  [[nodiscard]] const Holdings& holdings() const;
  /// Who is on which watch list; null when nobody was compared with any.
  [[nodiscard]] const Screening* screening() const { return screening_.get(); }
  void set_screening(std::shared_ptr<const Screening> screening) { screening_ = std::move(screening); }
  /// Prices that values are compared with; read at the first call.
  const std::vector<Price>& prices() const;
  /// Shipments of the same seller (or buyer) as this one, itself included, in canonical order, and then those whose
  /// seller (buyer) nobody names. All shipments when this one's is not named.
  void for_each_near(std::uint32_t shipment, bool by_buyer, const std::function<void(std::uint32_t)>& visit) const;

 private:
  const SupplyGraph& graph_;
  const Closure& closure_;
  const Rules& rules_;
  /// Shipments ordered by seller (or buyer), then canonically.
  struct NearIndex {
    std::vector<std::uint32_t> order;
  };

  mutable std::map<const Rule*, Answer> flags_;
  mutable std::map<const Rule*, Answer> parties_;
  mutable std::map<const Rule*, std::unique_ptr<const FirstFlags>> firsts_;
  mutable bool remembers_ = false;
  mutable std::unordered_map<const Condition*, Answer> remembered_;
  mutable std::map<const void*, std::shared_ptr<const void>> kept_;  ///< by address of a condition or its part
  mutable std::unique_ptr<Holdings> holdings_;
  std::shared_ptr<const Screening> screening_;
  mutable std::unique_ptr<std::vector<Price>> prices_;
  mutable std::array<NearIndex, 2> near_;
  mutable std::vector<std::pair<PathQuestion, std::unique_ptr<PathSearch>>> paths_;
};

}  // namespace assay
