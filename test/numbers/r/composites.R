# Rscript test/numbers/r/composites.R: indices without components (mean and sum scores, weighted members, judgements, nested ones) of
# data/by-address.csv, by base R: golden/composites.json. Nothing in here is taken from the project's own code.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
d <- read.csv(file.path(here, "..", "data", "by-address.csv"))
d$a[d$a %in% 9] <- NA; d$b[d$b %in% 8] <- NA
d$c <- 6 - d$c
sexes <- c("male", "female"); places <- c("north", "south", "west")
levels_of <- list(sex = factor(d$sex, 1:2, sexes), place = factor(d$place, 1:3, places))
out <- list()
put <- function(address, value) { if (length(value) != 1) stop(address); out[[address]] <<- if (is.na(value)) NA else as.numeric(value) }
parts <- c("n", "mean", "sd", "se", "low", "high", "min", "max")
interval <- function(x) { m <- length(x); s <- if (m > 1) sd(x) / sqrt(m) else NA; t <- if (m > 1) qt(.975, m - 1) else NA; c(n = m, mean = mean(x), sd = if (m > 1) sd(x) else NA, se = s, low = mean(x) - t * s, high = mean(x) + t * s, min = min(x), max = max(x)) }
scores <- function(name, y, x, weights = NULL) {
  whole <- interval(y[!is.na(y)])
  for (part in parts) { put(sprintf("%s.%s", name, part), whole[[part]]); put(sprintf("%s.%s(all)", name, part), whole[[part]]) }
  for (category in names(levels_of)) for (level in levels(levels_of[[category]])) {
    own <- interval(y[!is.na(y) & levels_of[[category]] %in% level])
    for (part in parts) put(sprintf("%s.%s(%s.%s)", name, part, category, level), own[[part]])
  }
  put(paste0(name, ".lost"), nrow(d) - sum(!is.na(y)))
  if (!is.null(weights)) for (member in colnames(x)) put(sprintf("%s.weight(%s)", name, member), weights[[member]])
  z <- x[complete.cases(x), , drop = FALSE]; k <- ncol(z)
  put(paste0(name, ".items"), k); put(paste0(name, ".alpha.n"), nrow(z))
  put(paste0(name, ".alpha"), k / (k - 1) * (1 - sum(apply(z, 2, var)) / var(rowSums(z))))
  for (member in colnames(z)) put(sprintf("%s.item_total(%s)", name, member), cor(z[, member], rowSums(z[, setdiff(colnames(z), member), drop = FALSE])))
}
minmax <- function(x, low = 0, high = 1) low + (high - low) * (x - min(x, na.rm = TRUE)) / diff(range(x, na.rm = TRUE))
held <- function(x, from, to) { y <- to[1] + (x - from[1]) / diff(from) * diff(to); pmin(to[2], pmax(to[1], y)) }
entropy <- function(u) { s <- sweep(u, 2, colSums(u), "/"); e <- -colSums(ifelse(s > 0, s * log(s), 0)) / log(nrow(u)); (1 - e) / sum(1 - e) }
critic <- function(u) { i <- apply(u, 2, sd) * colSums(1 - cor(u)); i / sum(i) }
variation <- function(u) { v <- apply(u, 2, sd) / colMeans(u); v / sum(v) }
weighted <- function(u, w) { as.vector(u %*% w) }

p <- as.matrix(d[c("a", "b", "c", "d")])
answered <- rowSums(!is.na(p)); some <- ifelse(answered >= 3, rowMeans(p, na.rm = TRUE), NA)
scores("me", held(some, c(1, 5), c(0, 100)), p)
scores("su", ifelse(answered >= 2, 4 * rowMeans(p, na.rm = TRUE), NA), p)
scores("st", held(ifelse(answered == 4, rowSums(p), NA), c(6, 18), c(0, 10)), p)

mixed <- cbind(a = d$a, mood = d$mood, age = d$age, hours = d$hours)
whole <- complete.cases(mixed); masked <- mixed; masked[!whole, ] <- NA; u <- apply(masked, 2, minmax); u[, "age"] <- 1 - u[, "age"]; full <- u[whole, ]
named <- function(name, w, y = weighted(u, w)) { scores(name, y, u, w); invisible(y) }
we <- entropy(full); wc <- critic(full); wv <- variation(full); wq <- setNames(rep(1 / 4, 4), colnames(u)); wg <- setNames(c(4, 3, 2, 1) / 10, colnames(u))
en <- named("en", we, minmax(weighted(u, we), 0, 100)); cr <- named("cr", wc); named("va", wv); named("eq", wq, 100 * weighted(u, wq)); named("gi", wg)
named("bo", (we + wq) / 2); named("cc", (wc + wv) / 2)
named("ge", wg, exp(as.vector(log(u) %*% wg)))
scale_ends <- list(a = c(1, 5), mood = c(1, 7), age = c(0, 100), hours = c(0, 60))
us <- sapply(colnames(mixed), function(m) held(masked[, m], scale_ends[[m]], c(0, 1))); us[, "age"] <- 1 - us[, "age"]
y <- weighted(us, wg); scores("sc", 100 * y, us, wg)
uz <- scale(masked); uz[, "age"] <- -uz[, "age"]; y <- weighted(uz, wq); scores("zz", 50 + 10 * (y - mean(y, na.rm = TRUE)) / sd(y, na.rm = TRUE), uz, wq)
ur <- apply(masked, 2, function(x) (rank(x, na.last = "keep") - 1) / (sum(!is.na(x)) - 1)); ur[, "age"] <- 1 - ur[, "age"]; scores("ra", weighted(ur, wq), ur, wq)
judged <- matrix(c(1, 3, 5, 7, 1 / 3, 1, 2, 4, 1 / 5, 1 / 2, 1, 3, 1 / 7, 1 / 4, 1 / 3, 1), 4, byrow = TRUE)
e <- eigen(judged); wa <- abs(Re(e$vectors[, 1])); wa <- setNames(wa / sum(wa), colnames(u)); cr_ahp <- ((Re(e$values[1]) - 4) / 3) / .90
named("ah", wa); put("ah.consistency", cr_ahp); named("ac", (wa + we) / 2); put("ac.consistency", cr_ahp)
put("en.consistency", NA); put("me.weight(a)", NA); put("me.consistency", NA)

dims <- cbind(p = ifelse(rowSums(!is.na(p)) > 0, rowMeans(p, na.rm = TRUE), NA), q = { q <- as.matrix(d[c("e", "f", "g", "h")]); ifelse(rowSums(!is.na(q)) > 0, rowMeans(q, na.rm = TRUE), NA) }, cr = cr)
case <- rowSums(!is.na(dims)) >= 2; dims[!case, ] <- NA; ud <- apply(dims, 2, minmax); w <- entropy(ud[complete.cases(ud), ])
y <- apply(ud, 1, function(r) { ok <- !is.na(r); if (sum(ok) >= 2) sum(r[ok] * w[ok]) / sum(w[ok]) else NA })
scores("ne", y, ud, w)
write_golden("composites", list(engine = "R", versions = list(R = paste(R.version$major, R.version$minor, sep = ".")), tolerance = list(default = list(abs = 1e-9, rel = 1e-9)), values = out))
