# Results of StudySpec in R: `s <- read_studyspec("report")` reads the results.json that `studyspec run FILE --out report` wrote.
#   s$numbers               every number: address, value, format, reason (why there is none)
#   s$terms                 estimates as broom has them: model, outcome, term, level, estimate, std.error, … , label
#   s$tables[["full:coefficients"]]   tables of the report as printed, a data frame each
#   studyspec_at(s, "integration.kmo")   a single number; an address that is not there is an error
# Needs the package jsonlite. Without it, estimates alone: read.csv(text = system("studyspec run FILE --format tidy", intern = TRUE))
read_studyspec <- function(path = "report") {
  file <- if (dir.exists(path)) file.path(path, "results.json") else path
  found <- jsonlite::fromJSON(file, simplifyVector = FALSE)
  if (is.null(found$quantities) || is.null(found$terms)) stop(file, " is no results.json of StudySpec (format results-2)")
  or_na <- function(value, na) if (is.null(value)) na else value
  pick <- function(name, na) vapply(found$quantities, function(one) or_na(one[[name]], na), na, USE.NAMES = FALSE)
  numbers <- data.frame(address = names(found$quantities), value = pick("value", NA_real_), format = pick("format", NA_character_),
                        reason = pick("reason", NA_character_))
  column <- function(at) {
    values <- lapply(found$terms$rows, function(row) or_na(row[[at]], NA))
    if (any(vapply(values, is.character, NA))) vapply(values, as.character, "") else vapply(values, as.numeric, 0)
  }
  terms <- stats::setNames(as.data.frame(lapply(seq_along(found$terms$columns), column)), unlist(found$terms$columns))
  cell <- function(one) if (is.list(one)) or_na(one$text, "") else or_na(one, "")
  as_table <- function(one) {
    heads <- vapply(one$columns, function(head) paste(c(head$group, head$title), collapse = ": "), "")
    rows <- lapply(one$rows, function(row) c(vapply(row, cell, ""), rep("", length(heads)))[seq_along(heads)])
    stats::setNames(as.data.frame(do.call(rbind, rows), stringsAsFactors = FALSE), heads)
  }
  tables <- stats::setNames(lapply(found$tables, as_table), vapply(found$tables, function(one) one$id, ""))
  structure(list(numbers = numbers, terms = terms, tables = tables, sample = found$sample), class = "studyspec")
}
studyspec_at <- function(results, address) {
  at <- match(address, results$numbers$address)
  if (anyNA(at)) stop("nothing is at ", paste(address[is.na(at)], collapse = ", "))
  results$numbers$value[at]
}
