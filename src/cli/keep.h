#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/keep.h"
#include "cli/command.h"

namespace assay {

/// --db FILE
Option db_option(std::string_view says);
/// The options of the commands that read a store: --db FILE, and where else to look for it.
std::vector<Option> read_store_options();

/// The store that --db of `audit` names, opened before anything is read; nothing without --db or with --no-store.
/// Throws Failure(usage) for a store that is or lies in an input, which the next audit would read.
std::optional<Store> store_to_keep_in(const Arguments& arguments);

/// Keeps the audit and says on stderr under which number. One whose rules were refused examined nothing: it is not
/// kept, and that is said.
void keep_and_tell(const Audit& audit, const Arguments& arguments, Store& store, Terminal& terminal);

/// The store that --db names, else the environment, else the nearest assay.yaml from the current folder on; assay.db
/// where none of them does.
Store store_to_read(const Arguments& arguments, Terminal& terminal);

/// The number of the audit that the first operand names; the last one where there is none.
/// Throws Failure(usage) for what is no number.
std::uint64_t audit_number(const Arguments& arguments, const Store& store);

/// Makes a kept audit again with the options that were kept.
Again make_again(const KeptAudit& kept);

/// Why it is not the same again: a sentence for each line.
std::string difference_text(const KeptAudit& kept, const Again& again);

/// What is worth knowing though the bytes are the same: a pack that this program ships in another version. May be
/// empty.
std::string pack_remark(const Audit& again);

}  // namespace assay
