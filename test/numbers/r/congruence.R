# Rscript test/numbers/r/congruence.R: congruence and Procrustes rotation by psych, written to test/numbers/golden/congruence.json.
# Components are eigenvectors of the correlations; stats::varimax, which stops early, is started again where it stopped until it no longer turns.
suppressMessages(library(psych))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
components <- function(x, k) {
  e <- eigen(cor(x), symmetric = TRUE)
  unrotated <- e$vectors[, 1:k] %*% diag(sqrt(e$values[1:k]))
  l <- unrotated
  for (i in 1:100) {
    v <- varimax(l, normalize = TRUE, eps = 1e-16)
    l <- unclass(v$loadings)
    if (max(abs(abs(v$rotmat) - diag(k))) < 1e-11) break
  }
  l <- sweep(l, 2, ifelse(colSums(l) < 0, -1, 1), "*")
  l[, order(-colSums(l^2)), drop = FALSE]
}
# Every order of the columns is tried: no algorithm of assignment is trusted.
permutations <- function(v) if (length(v) == 1) list(v) else do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(p) c(v[i], p))))
case <- function(data, group, labels, items, k) {
  d <- read.csv(file.path(here, "..", "data", paste0(data, ".csv")))
  parts <- lapply(labels, function(g) { x <- as.matrix(d[d[[group]] %in% g, items]); x[complete.cases(x), ] })
  a <- components(parts[[1]], k)
  b <- components(parts[[2]], k)
  raw <- unclass(factor.congruence(a, b, digits = 17))
  dimnames(raw) <- NULL
  all <- permutations(seq_len(k))
  best <- all[[which.max(vapply(all, function(p) sum(abs(raw[cbind(seq_len(k), p)])), 0))]]
  turned <- Procrustes(b, a)
  p <- unclass(turned$loadings)
  after <- unclass(factor.congruence(a, p, digits = 17))
  list(data = data, group = group, groups = I(as.character(labels)), items = I(items), components = k, n = I(vapply(parts, nrow, 0L)),
    original = unname(a), other = unname(b), congruence = raw, matched_columns = I(best - 1), matched = I(abs(raw[cbind(seq_len(k), best)])),
    rotated = unname(p), rotated_congruence = I(unname(diag(after))),
    item_congruence = I(unname(vapply(seq_len(nrow(a)), function(i) sum(a[i, ] * p[i, ]) / sqrt(sum(a[i, ]^2) * sum(p[i, ]^2)), 0))))
}
write_golden("congruence", list(engine = "psych factor.congruence and Procrustes; stats varimax (R)", versions = versions("psych"),
  tolerance = list(congruence = list(abs = 1e-6), loadings = list(abs = 1e-6)),
  cases = list(
    hs1939_school = case("hs1939", "school", c("Pasteur", "Grant-White"), paste0("x", 1:9), 3),
    bfi_gender = case("bfi", "gender", c(1, 2), c(paste0("A", 1:5), paste0("C", 1:5), paste0("E", 1:5), paste0("N", 1:5), paste0("O", 1:5)), 5),
    provinces = case("provinces", "province", c("anshun", "bijie"), c("eco_income_sat", "eco_cost", "eco_income_change", "soc_friends", "soc_activities", "soc_neighbours", "psy_enjoy", "psy_confident", "psy_happier", "cul_dialect", "cul_customs"), 4))))
