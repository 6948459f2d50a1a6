# Every number of the mediations in ../mediation-by-address.test.ts, by the addresses that an author writes: simple, parallel, serial; Sobel's
# and bootstrap intervals. R 4.2.2: lm for each equation; boot 1.3 (boot.ci, type = "perc") on draws of its own.
here <- if (length(f <- grep("^--file=", commandArgs(), value = TRUE))) dirname(sub("--file=", "", f)) else "."
source(file.path(here, "json.R"))
suppressMessages(library(boot))
d <- read.csv(file.path(here, "../data/by-address.csv"))
out <- list(); put <- function(name, value) out[[name]] <<- if (length(value) == 0 || is.na(value)) NULL else as.numeric(value)
for (v in c("a", "b", "c", "d", "e")) d[[v]][!d[[v]] %in% 1:5] <- NA # an answer is outside its scale
d$c <- 6 - d$c; d$p <- rowMeans(d[, c("a", "b", "c", "d")], na.rm = TRUE); d$female <- as.numeric(d$sex == 2)
d$south <- as.numeric(d$place == 2); d$west <- as.numeric(d$place == 3)
coefs <- function(at, fit, term) {
  s <- summary(fit)$coefficients[term, ]; ci <- confint(fit)[term, ]
  arg <- sub("^[^(]*", "", at); name <- sub("\\(.*", "", at)
  put(at, s[1]); for (i in 1:3) put(paste0(name, ".", c("se", "t", "p")[i], arg), s[i + 1]); put(paste0(name, ".low", arg), ci[1]); put(paste0(name, ".high", arg), ci[2])
}
# steps: a list of vectors of mediators; every way through them.
ways <- function(steps) {
  found <- list(); walk <- function(way, after) for (s in seq_along(steps)) if (s > after) for (m in steps[[s]]) { found[[length(found) + 1]] <<- c(way, m); walk(c(way, m), s) }
  walk(character(0), 0); found
}
formula_of <- function(y, x) as.formula(paste(y, "~", paste(x, collapse = " + ")))
mediate <- function(job, y, x, steps, with = character(0), where = rep(TRUE, nrow(d)), draws = 0) {
  all <- unlist(steps); inside <- which(where); k <- d[inside, c(y, x, all, with)]; k <- k[complete.cases(k), ]; n <- nrow(k)
  at <- function(name) paste0(job, ".", name)
  put(at("n"), n); put(at("left_out"), nrow(d) - length(inside)); put(at("lost"), length(inside) - n)
  step <- rep(seq_along(steps), lengths(steps)); parents <- function(m) all[step < step[all == m]]
  fits <- lapply(all, function(m) lm(formula_of(m, c(x, parents(m), with)), k)); names(fits) <- all
  fy <- lm(formula_of(y, c(x, all, with)), k); ft <- lm(formula_of(y, c(x, with)), k)
  coefs(at("total"), ft, x); coefs(at("direct"), fy, x)
  for (m in all) { coefs(at(sprintf("a(%s)", m)), fits[[m]], x); coefs(at(sprintf("b(%s)", m)), fy, m); for (p in parents(m)) coefs(at(sprintf("between(%s, %s)", p, m)), fits[[m]], p) }
  chain <- function(way, co) { f <- co(way[1], x); if (length(way) > 1) for (i in 2:length(way)) f <- c(f, co(way[i], way[i - 1])); c(f, co("y", way[length(way)])) }
  est <- function(eq, term) coef(if (eq == "y") fy else fits[[eq]])[[term]]
  ses <- function(eq, term) sqrt(vcov(if (eq == "y") fy else fits[[eq]])[term, term])
  W <- ways(steps); prods <- sapply(W, function(w) prod(chain(w, est)))
  limits <- function(name, value, se) { put(at(paste0(name[1], ".se", name[2])), se); if (draws == 0) { z <- value / se; put(at(paste0(name[1], ".z", name[2])), z); put(at(paste0(name[1], ".p", name[2])), 2 * pnorm(-abs(z))); put(at(paste0(name[1], ".low", name[2])), value - qnorm(.975) * se); put(at(paste0(name[1], ".high", name[2])), value + qnorm(.975) * se) } }
  for (i in seq_along(W)) {
    w <- W[[i]]; arg <- sprintf("(%s)", paste(w, collapse = ", ")); f <- chain(w, est); s <- chain(w, ses)
    put(at(paste0("indirect", arg)), prods[i]); put(at(paste0("indirect.beta", arg)), prods[i] * sd(k[[x]]) / sd(k[[y]]))
    if (draws == 0) limits(c("indirect", arg), prods[i], sqrt(sum(sapply(seq_along(f), function(j) (prod(f[-j]) * s[j])^2))))
  }
  put(at("indirect.total"), sum(prods)); put(at("mediated"), sum(prods) / coef(ft)[[x]])
  if (draws == 0) {
    # The sum by the delta method over all coefficients; equations of one step have residuals that vary together.
    eqs <- c(all, "y"); fit <- function(e) if (e == "y") fy else fits[[e]]; size <- sapply(eqs, function(e) length(coef(fit(e)))); ends <- cumsum(size)
    V <- matrix(0, sum(size), sum(size)); stepy <- c(step, max(step) + 1)
    for (i in seq_along(eqs)) for (j in seq_along(eqs)) if (stepy[i] == stepy[j]) {
      a <- fit(eqs[i]); b <- fit(eqs[j]); XX <- summary(a)$cov.unscaled
      V[(ends[i] - size[i] + 1):ends[i], (ends[j] - size[j] + 1):ends[j]] <- sum(resid(a) * resid(b)) / a$df.residual * XX
    }
    theta <- unlist(lapply(eqs, function(e) coef(fit(e)))); where_is <- function(eq, term) { i <- which(eqs == eq); ends[i] - size[i] + which(names(coef(fit(eq))) == term) }
    g <- numeric(length(theta))
    for (w in W) { places <- chain(w, where_is); for (j in seq_along(places)) g[places[j]] <- g[places[j]] + prod(theta[places[-j]]) }
    limits(c("indirect.total", ""), sum(prods), sqrt(drop(t(g) %*% V %*% g)))
  }
  invisible(list(k = k, W = W, chain = chain))
}
mediate("m1", "hours", "age", list("e"))
mediate("m2", "hours", "age", list(c("p", "e")), with = c("female", "mood"), where = !is.na(d$age) & d$age > 25)
mediate("m3", "hours", "female", list("p", "e"), with = c("south", "west"))
mediate("m4", "hours", "age", list("e", c("p", "mood"), "female"))
mediate("m5", "hours", "age", list("e", "p"), with = "female", draws = 1)
mediate("m6", "hours", "age", list("e", "p"), with = "female", draws = 1)
# Percentile and BCa limits of the serial one, from draws of R's own generator.
set.seed(20240914)
k <- d[, c("hours", "age", "e", "p", "female")]; k <- k[complete.cases(k), ]
effects <- function(k, i) {
  z <- k[i, ]; f1 <- lm.fit(cbind(1, z$age, z$female), z$e)$coefficients; f2 <- lm.fit(cbind(1, z$age, z$e, z$female), z$p)$coefficients; fy <- lm.fit(cbind(1, z$age, z$e, z$p, z$female), z$hours)$coefficients
  ft <- lm.fit(cbind(1, z$age, z$female), z$hours)$coefficients; e <- c(f1[2] * fy[3], f2[2] * fy[4], f1[2] * f2[3] * fy[4]); c(e, sum(e), sum(e) / ft[2])
}
B <- boot(k, effects, R = 20000); loose <- list()
for (i in 1:5) {
  name <- c("indirect%s(e)", "indirect%s(p)", "indirect%s(e, p)", "indirect.total%s", "mediated%s")[i]; ci <- boot.ci(B, type = c("perc", "bca"), index = i)
  for (m in c("m5", "m6")) {
    ends <- if (m == "m5") ci$percent[4:5] else ci$bca[4:5]
    if (m == "m6" && i == 5) next # of the share the samples have no ends to speak of
    loose[[paste0(m, ".", sprintf(name, ".low"))]] <- ends[1]; loose[[paste0(m, ".", sprintf(name, ".high"))]] <- ends[2]
    if (i < 5) { loose[[paste0(m, ".", sprintf(name, ".se"))]] <- sd(B$t[, i]); loose[[paste0(m, ".", sprintf(name, ".p"))]] <- min(1, 2 * min(mean(B$t[, i] <= 0), mean(B$t[, i] >= 0))) }
  }
}
write_golden("mediation-by-address", list(engine = "R (lm, boot)", versions = versions("boot"), tolerance = list(default = list(abs = 1e-9, rel = 1e-9)), drawn = loose, values = out))
