// Ownership against its definition: every way in which what is not known may turn out is tried, and in each of them a
// cascade as short as the text of FAQ 401 says who is blocked.

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "graph/ownership.h"
#include "support/graph_text.h"

namespace assay::test {
namespace {

constexpr std::size_t parties = 5;
constexpr int step = 10;  // shares are multiples of it, per cent

struct Stated {
  std::size_t asset = 0;
  std::size_t owner = 0;
  int low = 0;
  int high = 0;
};

struct Network {
  std::vector<Stated> stakes;          ///< each owner and asset once
  std::array<bool, parties> listed{};  ///< in the table of suppliers
  std::array<bool, parties>
      complete{};  ///< a declaration says that the stated owners are all; it counts of those listed
  std::array<Truth, parties> concern{};  ///< an owner of concern by itself
  OwnershipRule rule = OwnershipRule::ofac_50;
  int threshold = 50;

  [[nodiscard]] bool is_asset(std::size_t party) const {
    return std::any_of(stakes.begin(), stakes.end(), [party](const Stated& s) { return s.asset == party; });
  }
  [[nodiscard]] bool is_owner(std::size_t party) const {
    return std::any_of(stakes.begin(), stakes.end(), [party](const Stated& s) { return s.owner == party; });
  }
  /// Whether what nobody states of a party may be held by anyone.
  [[nodiscard]] bool is_open(std::size_t party) const {
    if (!listed[party] && !is_asset(party)) return false;  // known as an owner only
    return !complete[party] || !listed[party];  // of a name that no row describes nobody vouches for anything
  }
};

std::string name_of(std::size_t party) {
  return std::string(1, static_cast<char>('A' + party));
}

/// One way in which it may be: per cent by stake, who is of concern, and of whose rest somebody of concern has all.
struct World {
  std::vector<int> shares;
  std::array<bool, parties> concern{};
  std::array<bool, parties> rest{};
};

/// Per cent of each party that owners of concern hold.
std::array<int, parties> cascade(const Network& network, const World& world) {
  std::array<bool, parties> blocked = world.concern;
  std::array<int, parties> held{};
  for (std::size_t round = 0; round <= parties; ++round) {
    for (std::size_t party = 0; party < parties; ++party) {
      int by_them = 0;
      int by_all = 0;
      for (std::size_t i = 0; i < network.stakes.size(); ++i) {
        if (network.stakes[i].asset != party) continue;
        by_all += world.shares[i];
        if (blocked[network.stakes[i].owner]) by_them += world.shares[i];
      }
      held[party] = by_them + (world.rest[party] ? 100 - by_all : 0);
    }
    for (std::size_t party = 0; party < parties; ++party) {
      const int enough = network.threshold + (network.rule == OwnershipRule::eu_over_50 ? 1 : 0);
      blocked[party] = blocked[party] || held[party] >= enough;
    }
  }
  return held;
}

/// What owners of concern hold of each party, multiplied along each chain.
std::array<double, parties> products(const Network& network, const World& world) {
  std::array<double, parties> held{};
  for (std::size_t round = 0; round < 400; ++round) {
    for (std::size_t party = 0; party < parties; ++party) {
      double by_them = 0;
      int by_all = 0;
      for (std::size_t i = 0; i < network.stakes.size(); ++i) {
        const Stated& stake = network.stakes[i];
        if (stake.asset != party) continue;
        by_all += world.shares[i];
        by_them += world.shares[i] * (world.concern[stake.owner] ? 1.0 : held[stake.owner]);
      }
      held[party] = by_them / 100 + (world.rest[party] ? (100 - by_all) / 100.0 : 0);
    }
  }
  return held;
}

/// Calls `visit` with every world in which nobody is owned by more than a whole.
void for_every_world(const Network& network, const std::function<void(const World&)>& visit) {
  World world;
  world.shares.resize(network.stakes.size());
  std::function<void(std::size_t)> choose_party = [&](std::size_t party) {
    if (party == parties) {
      visit(world);
      return;
    }
    for (const bool concern : {false, true}) {
      if (network.concern[party] == Truth::yes && !concern) continue;
      if (network.concern[party] == Truth::no && concern) continue;
      for (const bool rest : {false, true}) {
        if (rest && !network.is_open(party)) continue;
        world.concern[party] = concern;
        world.rest[party] = rest;
        choose_party(party + 1);
      }
    }
  };
  std::array<int, parties> sums{};
  std::function<void(std::size_t)> choose_share = [&](std::size_t i) {
    if (i == network.stakes.size()) {
      choose_party(0);
      return;
    }
    const Stated& stake = network.stakes[i];
    for (int share = stake.low; share <= stake.high; share += step) {
      if (sums[stake.asset] + share > 100) break;
      world.shares[i] = share;
      sums[stake.asset] += share;
      choose_share(i + 1);
      sums[stake.asset] -= share;
    }
  };
  choose_share(0);
}

bool chance(int one_in) {
  return *rc::gen::inRange(0, one_in) == 0;
}

/// Few of the shares are not known, or the worlds are too many.
Network any_network() {
  Network network;
  int uncertain = 2;
  for (std::size_t asset = 0; asset < parties; ++asset) {
    int rest = 100 / step;
    for (std::size_t owner = 0; owner < parties; ++owner) {
      if (!chance(3)) continue;
      Stated stake{asset, owner, 0, 0};
      const int low = *rc::gen::inRange(0, rest + 1);
      rest -= low;
      stake.low = stake.high = low * step;
      if (uncertain > 0 && chance(4)) {
        --uncertain;
        const bool blank = chance(2);
        if (blank) rest += low;
        stake.low = blank ? 0 : stake.low;
        stake.high = blank ? 100 : *rc::gen::inRange(low, 100 / step + 1) * step;
      }
      network.stakes.push_back(stake);
    }
  }
  bool doubted = false;
  for (std::size_t party = 0; party < parties; ++party) {
    network.listed[party] = chance(2) || (!network.is_asset(party) && !network.is_owner(party));
    network.complete[party] = chance(2) && (network.is_asset(party) || network.is_owner(party));
    network.concern[party] = chance(4) ? Truth::yes : !doubted && chance(6) ? Truth::unknown : Truth::no;
    doubted = doubted || network.concern[party] == Truth::unknown;
  }
  network.threshold = *rc::gen::element(10, 30, 50, 50, 80);
  return network;
}

/// The tables that say it.
struct Written {
  GraphText text;
  Holdings holdings;
  Closure closure;
  std::array<VertexId, parties> vertices{};
  Ownership ownership;

  explicit Written(const Network& network)
      : text({{"suppliers", suppliers(network)},
              {"relations", relations(network)},
              {"declarations", vouched(network)}}),
        holdings(text.graph),
        closure(text.graph, doubtful_parties(text.graph)),
        ownership(holdings, closure, concern(network), {network.rule, network.threshold * (whole_share / 100)}) {}

  [[nodiscard]] Period today() const { return {text.graph.as_of, text.graph.as_of}; }

 private:
  static std::string suppliers(const Network& network) {
    std::string csv = "supplier_name,country\nNobody,DE\n";
    for (std::size_t party = 0; party < parties; ++party)
      if (network.listed[party]) csv += name_of(party) + ",DE\n";
    return csv;
  }
  /// The last row keeps the column from lying within 0 and 1, where it would not be known.
  static std::string relations(const Network& network) {
    std::string csv = "source,relation,target,share_pct\n";
    for (const Stated& stake : network.stakes) {
      const bool blank = stake.low == 0 && stake.high == 100;
      std::string share = blank ? "" : std::to_string(stake.low);
      if (!blank && stake.high != stake.low) share += "-" + std::to_string(stake.high);
      csv += name_of(stake.owner) + ",owns," + name_of(stake.asset) + "," + share + "\n";
    }
    return csv + "Nobody,owns,Nothing,2\n";
  }
  static std::string vouched(const Network& network) {
    std::string csv = "party,statement,goods,from,to,document,issuer,date,grade\n";
    for (std::size_t party = 0; party < parties; ++party)
      if (network.complete[party])
        csv += name_of(party) + ",owners_complete,,2010-01-01,2030-01-01,R-1,Registry,2019-01-01,A\n";
    return csv;
  }
  Answer concern(const Network& network) {
    Answer answer(text.graph.vertices.size());
    for (std::size_t party = 0; party < parties; ++party) {
      vertices[party] = text.company(name_of(party));
      answer.put(vertices[party], network.concern[party]);
    }
    return answer;
  }
};

/// Whether the stakes of a proof, and nothing else, make it a yes.
bool is_enough(const Network& network, const Written& written, std::size_t party) {
  Network proven = network;
  World least;
  proven.stakes.clear();
  for (const OwnershipStep& step_ : written.ownership.proof(written.vertices[party], written.today())) {
    if (step_.kind != OwnershipStep::Kind::stake) continue;
    const Stake& stake = written.holdings.stake(step_.stakes.front());
    for (const Stated& stated : network.stakes)
      if (written.vertices[stated.asset] == stake.asset && written.vertices[stated.owner] == stake.owner) {
        proven.stakes.push_back(stated);
        least.shares.push_back(stated.low);
      }
  }
  for (std::size_t i = 0; i < parties; ++i) least.concern[i] = network.concern[i] == Truth::yes;
  const int enough = network.threshold + (network.rule == OwnershipRule::eu_over_50 ? 1 : 0);
  return cascade(proven, least)[party] >= enough;
}

RC_GTEST_PROP(OwnershipProperty, IsWhatHoldsInEveryAndInSomeWorld, ()) {
  Network network = any_network();
  network.rule = chance(3) ? OwnershipRule::eu_over_50 : OwnershipRule::ofac_50;
  std::array<int, parties> least{};
  std::array<int, parties> most{};
  least.fill(100);
  for_every_world(network, [&](const World& world) {
    const std::array<int, parties> held = cascade(network, world);
    for (std::size_t i = 0; i < parties; ++i) {
      least[i] = std::min(least[i], held[i]);
      most[i] = std::max(most[i], held[i]);
    }
  });
  const Written written(network);
  for (std::size_t party = 0; party < parties; ++party) {
    const VertexId vertex = written.vertices[party];
    const Owned owned = written.ownership.owned(vertex, written.today());
    RC_ASSERT(owned.low == least[party] * (whole_share / 100));
    RC_ASSERT(owned.high == most[party] * (whole_share / 100));
    const Truth truth = written.ownership.at(vertex, written.today());
    if (truth == Truth::yes) RC_ASSERT(is_enough(network, written, party));
    RC_ASSERT((truth == Truth::unknown) == !written.ownership.causes(vertex, written.today()).empty());
  }
}

RC_GTEST_PROP(OwnershipProperty, MultipliedLiesBetweenItsEndsInEveryWorld, ()) {
  Network network = any_network();
  network.rule = OwnershipRule::multiply;
  const Written written(network);
  constexpr double slack = 0.001;
  std::array<double, parties> least{};
  least.fill(1);
  for_every_world(network, [&](const World& world) {
    const std::array<double, parties> held = products(network, world);
    for (std::size_t i = 0; i < parties; ++i) {
      const Owned owned = written.ownership.owned(written.vertices[i], written.today());
      RC_ASSERT(owned.low <= (held[i] + slack) * whole_share);
      RC_ASSERT(owned.high >= (held[i] - slack) * whole_share);
      least[i] = std::min(least[i], held[i]);
    }
  });
  for (std::size_t i = 0; i < parties; ++i)
    RC_ASSERT(written.ownership.owned(written.vertices[i], written.today()).low >= (least[i] - slack) * whole_share);
}

}  // namespace
}  // namespace assay::test
