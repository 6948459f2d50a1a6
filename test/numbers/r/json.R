# Writes nested lists as JSON with 17 significant digits: what the reference scripts beside this file share.
# Lists with names become objects, other lists arrays; a matrix becomes rows; NA and NaN become null; I() keeps a single value an array.
number <- function(x) ifelse(is.na(x), "null", ifelse(x == round(x) & abs(x) < 1e15, sprintf("%.0f", x), sprintf("%.17g", x)))
quoted <- function(x) paste0("\"", gsub("\"", "\\\"", gsub("\\", "\\\\", x, fixed = TRUE), fixed = TRUE), "\"")
json <- function(x, indent = "") {
  deeper <- paste0(indent, " ")
  if (is.null(x)) return("null")
  if (is.matrix(x)) return(json(lapply(seq_len(nrow(x)), function(i) I(unname(x[i, ]))), indent))
  if (is.list(x)) {
    if (length(x) == 0) return("[]")
    parts <- vapply(x, json, "", indent = deeper)
    if (is.null(names(x))) return(paste0("[\n", paste0(deeper, parts, collapse = ",\n"), "\n", indent, "]"))
    return(paste0("{\n", paste0(deeper, quoted(names(x)), ": ", parts, collapse = ",\n"), "\n", indent, "}"))
  }
  if (!is.null(names(x)) && !inherits(x, "AsIs")) return(json(as.list(x), indent))
  text <- if (is.logical(x)) ifelse(is.na(x), "null", ifelse(x, "true", "false")) else if (is.character(x)) quoted(x) else number(as.numeric(x))
  if (length(x) == 1 && !inherits(x, "AsIs")) text else paste0("[", paste(text, collapse = ", "), "]")
}
versions <- function(...) {
  packages <- c(...)
  as.list(c(R = paste(R.version$major, R.version$minor, sep = "."), vapply(packages, function(p) as.character(packageVersion(p)), "")))
}
write_golden <- function(name, document) writeLines(json(document), file.path(here, "..", "golden", paste0(name, ".json")))
