# Rscript test/numbers/r/three-ways.R: the two provinces' index scored by the first one's rule, by each one's own and by a pooled one, in
# base R, written to test/numbers/golden/three-ways.json. Three of four varimax components, weighted by their rotated shares, 0 to 100.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
items <- c("eco_income_sat", "eco_cost", "eco_income_change", "soc_friends", "soc_activities", "soc_neighbours", "psy_enjoy", "psy_confident", "psy_happier", "cul_dialect", "cul_customs")
d <- read.csv(file.path(here, "..", "data", "provinces.csv"))
d <- d[complete.cases(d[, items]), ]
X <- lapply(c("anshun", "bijie"), function(p) as.matrix(d[d$province == p, items]))
loadings_of <- function(x) {
  e <- eigen(cor(x), symmetric = TRUE)
  l <- e$vectors[, 1:4] %*% diag(sqrt(e$values[1:4]))
  for (i in 1:100) { v <- varimax(l, normalize = TRUE, eps = 1e-16); l <- unclass(v$loadings); if (max(abs(abs(v$rotmat) - diag(4))) < 1e-11) break }
  l <- sweep(l, 2, ifelse(colSums(l) < 0, -1, 1), "*")
  l[, order(-colSums(l^2))]
}
permutations <- function(v) if (length(v) == 1) list(v) else do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(p) c(v[i], p))))
match_to <- function(l, target) {
  phi <- crossprod(target, l) / sqrt(outer(colSums(target^2), colSums(l^2)))
  all <- permutations(1:4)
  p <- all[[which.max(vapply(all, function(q) sum(abs(phi[cbind(1:4, q)])), 0))]]
  sweep(l[, p], 2, sign(phi[cbind(1:4, p)]), "*")
}
scoring <- function(x, target = NULL) {
  l <- loadings_of(x)
  if (!is.null(target)) l <- match_to(l, target)
  w <- l %*% solve(crossprod(l))
  weights <- colSums(l^2)[1:3] / sum(colSums(l^2)[1:3])
  s <- list(mean = colMeans(x), sd = apply(x, 2, sd), w = w, weights = weights, loadings = l)
  raw <- score(s, x)
  s$posts <- apply(raw, 2, range)
  s
}
score <- function(s, x) { f <- scale(x, s$mean, s$sd) %*% s$w; cbind(f[, 1:3] %*% s$weights, f) }
apply_scoring <- function(s, x) {
  y <- sweep(sweep(score(s, x), 2, s$posts[1, ]), 2, (s$posts[2, ] - s$posts[1, ]) / 100, "/")
  list(mean = I(colMeans(y)), sd = I(apply(y, 2, sd)), min = I(apply(y, 2, min)), max = I(apply(y, 2, max)), below = I(colSums(y < -1e-7)), above = I(colSums(y > 100 + 1e-7)), head = I(y[1:5, 1]))
}
first <- scoring(X[[1]])
all <- scoring(do.call(rbind, X), first$loadings)
out <- lapply(1:2, function(i) list(n = nrow(X[[i]]), frozen = apply_scoring(first, X[[i]]), reestimated = apply_scoring(if (i == 1) first else scoring(X[[i]], first$loadings), X[[i]]), pooled = apply_scoring(all, X[[i]])))
write_golden("three-ways", list(engine = "base R (eigen, varimax, solve)", versions = versions(), tolerance = list(default = list(abs = 1e-6)), items = I(items),
  note = "first value of each vector: the index; then the four components", anshun = out[[1]], bijie = out[[2]]))
