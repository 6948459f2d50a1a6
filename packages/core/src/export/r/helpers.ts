// Tools of R that scripts use, each written into those that need it. Plain R; `STEPS` of a rotation end when nothing moves.
import type { ScriptWords } from '../../words/en/scripts.ts';

export type Helper =
  | 'say'
  | 'numbers'
  | 'means'
  | 'across'
  | 'describe'
  | 'reliability'
  | 'levels'
  | 'orthomax'
  | 'bring'
  | 'terms'
  | 'ols'
  | 'logit'
  | 'groups'
  | 'pairs';

interface Code {
  readonly comment: keyof ScriptWords['help'] | null;
  readonly needs?: readonly Helper[];
  readonly code: string;
}

/** In the order in which they stand in a script. */
export const helpers: Readonly<Record<Helper, Code>> = {
  say: {
    comment: 'say',
    code: `said <- list(address = character(), value = numeric())
say <- function(address, value) {
  said$address <<- c(said$address, address)
  said$value <<- c(said$value, as.numeric(value))
}`,
  },
  numbers: {
    comment: 'numbers',
    code: `cells <- function(x, gone) {
  v <- suppressWarnings(as.numeric(x))
  x[which(gone(x, v))] <- NA
  x
}
numbers <- function(x, gone = function(x, v) FALSE, decimal = ".") {
  plain <- if (decimal == ",") sub(",", ".", gsub(".", "", x, fixed = TRUE), fixed = TRUE) else gsub(",", "", x, fixed = TRUE)
  v <- suppressWarnings(as.numeric(plain))
  v[which(gone(x, v))] <- NA
  v
}
finite <- function(v) ifelse(is.finite(v), v, NA)
as_text <- function(frame) {
  names(frame) <- trimws(names(frame))
  frame[] <- lapply(frame, function(x) {
    x <- trimws(if (is.numeric(x)) ifelse(is.na(x), NA, sprintf("%.17g", x)) else as.character(x))
    x[which(x == "")] <- NA
    x
  })
  frame[rowSums(!is.na(frame)) > 0, , drop = FALSE]
}
read_text <- function(file, skip, encoding) {
  signs <- strsplit(readLines(file, skip + 1, warn = FALSE)[skip + 1], "", useBytes = TRUE)[[1]]
  delimiters <- c(",", ";", "\\t")
  delimiter <- delimiters[which.max(sapply(delimiters, function(one) sum(signs == one)))]
  read.csv(file, sep = delimiter, skip = skip, colClasses = "character", check.names = FALSE, na.strings = "", fileEncoding = encoding)
}`,
  },
  means: {
    comment: 'means',
    code: `row_means <- function(X) {
  m <- rowMeans(X, na.rm = TRUE)
  ifelse(is.nan(m), NA, m)
}`,
  },
  across: {
    comment: null,
    code: `across_row <- function(what, ..., needs = NULL) {
  X <- cbind(...)
  n <- rowSums(!is.na(X))
  if (what == "valid") return(n)
  total <- rowSums(X, na.rm = TRUE)
  v <- switch(what,
    mean = total / n,
    sum = if (is.null(needs)) rowSums(X) else total / n * ncol(X),
    min = suppressWarnings(apply(X, 1, min, na.rm = TRUE)),
    max = suppressWarnings(apply(X, 1, max, na.rm = TRUE)))
  v[n < max(1, needs)] <- NA
  v
}`,
  },
  describe: {
    comment: 'describe',
    code: `describe_group <- function(name, X, x) {
  say(paste0(name, c(".n", ".mean", ".sd")), c(sum(!is.na(x)), mean(colMeans(X, na.rm = TRUE)), sd(x, na.rm = TRUE)))
}
describe <- function(name, x) {
  rows <- length(x)
  x <- x[!is.na(x)]
  n <- length(x)
  m <- mean(x)
  s <- sd(x)
  z <- (x - m) / s
  say(paste0(name, c(".n", ".missing")), c(n, rows - n))
  if (n == 0) return(invisible())
  say(paste0(name, c(".mean", ".sd", ".se", ".min", ".max", ".median")), c(m, s, s / sqrt(n), min(x), max(x), median(x)))
  if (n > 3 && s > 0) {
    say(paste0(name, ".skewness"), n / ((n - 1) * (n - 2)) * sum(z^3))
    say(paste0(name, ".kurtosis"), n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum(z^4) - 3 * (n - 1)^2 / ((n - 2) * (n - 3)))
  }
}
frequencies <- function(name, x, population = NULL) {
  n <- sum(!is.na(x))
  say(paste0(name, c(".n", ".missing")), c(n, sum(is.na(x))))
  for (level in levels(x)) {
    say(paste0(name, ".", level, c(".count", ".percent")), sum(x == level, na.rm = TRUE) * c(1, if (n > 0) 100 / n else NA))
  }
  for (level in names(population)) {
    of <- population[[level]]
    say(paste0(name, ".", level, c(".population", ".sampled")), c(of, 100 * sum(x == level, na.rm = TRUE) / of))
  }
  if (!is.null(population)) say(paste0(name, c(".population", ".sampled")), c(sum(population), 100 * n / sum(population)))
}`,
  },
  reliability: {
    comment: 'reliability',
    code: `reliability <- function(name, X) {
  X <- X[complete.cases(X), , drop = FALSE]
  k <- ncol(X)
  n <- nrow(X)
  say(paste0(name, ".items"), k)
  S <- cov(X)
  if (k < 2 || n < 2 || any(diag(S) == 0)) return(invisible())
  R <- cov2cor(S)
  alpha_of <- function(S) ncol(S) / (ncol(S) - 1) * (1 - sum(diag(S)) / sum(S))
  alpha <- alpha_of(S)
  r <- mean(R[lower.tri(R)])
  say(paste0(name, c(".alpha", ".alpha.n", ".alpha.standardized", ".mean_r")), c(alpha, n, k * r / (1 + (k - 1) * r), r))
  say(paste0(name, c(".alpha.low", ".alpha.high")), 1 - (1 - alpha) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1)))
  first <- seq_len(ceiling(k / 2))
  v <- c(sum(S[first, first]), sum(S[-first, -first]))
  r <- sum(S[first, -first]) / sqrt(prod(v))
  pq <- prod(length(first), k - length(first)) / k^2
  horst <- if (r == 1) 1 else (sqrt(r^4 + 4 * r^2 * (1 - r^2) * pq) - r^2) / (2 * (1 - r^2) * pq)
  say(paste0(name, ".split.", c("r", "spearman_brown", "horst", "guttman")), c(r, 2 * r / (1 + r), horst, 2 * (1 - sum(v) / sum(S))))
  smc <- 1 - 1 / diag(solve(R))
  for (j in seq_len(k)) {
    item <- paste0("(", colnames(X)[j], ")")
    say(paste0(name, c(".item_total", ".smc"), item), c(cor(X[, j], rowSums(X[, -j, drop = FALSE])), smc[j]))
    if (k > 2) say(paste0(name, ".alpha_if_deleted", item), alpha_of(S[-j, -j]))
  }
}`,
  },
  levels: {
    comment: 'levels',
    code: `summary_of <- function(name, argument, x, ends) {
  x <- x[!is.na(x)]
  n <- length(x)
  say(paste0(name, ".n", argument), n)
  if (n > 0) say(paste0(name, ".mean", argument), mean(x))
  if (n > 0 && ends) say(paste0(name, c(".min", ".max"), argument), range(x))
  if (n > 1) {
    se <- sd(x) / sqrt(n)
    say(paste0(name, c(".sd", ".se", ".low", ".high"), argument), c(sd(x), se, mean(x) + c(-1, 1) * qt(0.975, n - 1) * se))
  }
}
by_level <- function(name, x, ends = FALSE) {
  summary_of(name, "(all)", x, ends)
  for (category in categories) {
    for (level in levels(d[[category]])) {
      summary_of(name, paste0("(", category, ".", level, ")"), x[which(d[[category]] == level)], ends)
    }
  }
}`,
  },
  orthomax: {
    comment: 'orthomax',
    code: `orthomax <- function(A, gamma = 1, kaiser = TRUE) {
  p <- nrow(A)
  h <- if (kaiser) sqrt(rowSums(A^2)) else rep(1, p)
  L <- A / h
  for (sweep in 1:1000) {
    largest <- 0
    for (a in seq_len(ncol(L) - 1)) {
      for (b in (a + 1):ncol(L)) {
        u <- L[, a]^2 - L[, b]^2
        v <- 2 * L[, a] * L[, b]
        above <- 2 * sum(u * v) - gamma * 2 * sum(u) * sum(v) / p
        below <- sum(u^2 - v^2) - gamma * (sum(u)^2 - sum(v)^2) / p
        if (abs(above) + abs(below) < 1e-15) next
        angle <- atan2(above, below) / 4
        L[, c(a, b)] <- L[, c(a, b)] %*% matrix(c(cos(angle), sin(angle), -sin(angle), cos(angle)), 2)
        largest <- max(largest, abs(angle))
      }
    }
    if (largest < 1e-14) break
  }
  L * h
}`,
  },
  bring: {
    comment: 'bring',
    code: `bring <- function(x, from = range(x, na.rm = TRUE), onto = c(0, 100)) {
  onto[1] + (pmin(pmax(x, from[1]), from[2]) - from[1]) * (onto[2] - onto[1]) / (from[2] - from[1])
}`,
  },
  terms: {
    comment: 'terms',
    code: `columns_of <- function(name) {
  x <- d[[name]]
  if (!is.factor(x)) return(matrix(as.numeric(x), dimnames = list(NULL, name)))
  others <- setdiff(levels(x), reference[[name]])
  X <- sapply(others, function(level) as.numeric(x == level))
  matrix(X, nrow(d), dimnames = list(NULL, paste0(name, ".", others)))
}
predictors <- function(...) {
  do.call(cbind, lapply(list(...), function(term) {
    X <- columns_of(term[1])
    for (name in term[-1]) {
      Y <- columns_of(name)
      both <- expand.grid(y = seq_len(ncol(Y)), x = seq_len(ncol(X)))
      names <- paste0(colnames(X)[both$x], ":", colnames(Y)[both$y])
      X <- X[, both$x, drop = FALSE] * Y[, both$y, drop = FALSE]
      colnames(X) <- names
    }
    X
  }))
}
used <- function(X) X[, apply(X, 2, function(x) length(unique(x[!is.na(x)])) > 1), drop = FALSE]`,
  },
  ols: {
    comment: 'ols',
    needs: ['terms'],
    code: `ols <- function(name, y, X, missing = "listwise", errors = "classical", cluster = NULL, confidence = 0.95) {
  X <- used(X)
  if (missing == "mean") {
    fill <- function(x) ifelse(is.na(x), mean(x, na.rm = TRUE), x)
    X <- apply(X, 2, fill)
    y <- fill(y)
  }
  if (missing == "pairwise") {
    A <- cbind(X, y)
    R <- cor(A, use = "pairwise.complete.obs")
    s <- apply(A, 2, sd, na.rm = TRUE)
    m <- colMeans(A, na.rm = TRUE)
    n <- min(crossprod(!is.na(A)))
    k <- ncol(X)
    inverse <- solve(R[1:k, 1:k])
    beta <- drop(inverse %*% R[1:k, k + 1])
    slopes <- beta * s[k + 1] / s[1:k]
    r2 <- sum(beta * R[1:k, k + 1])
    df <- n - k - 1
    mse <- (1 - r2) * s[k + 1]^2 * (n - 1) / df
    W <- inverse / outer(s[1:k], s[1:k]) / (n - 1)
    b <- c(m[k + 1] - sum(slopes * m[1:k]), slopes)
    V <- mse * rbind(c(1 / n + m[1:k] %*% W %*% m[1:k], -m[1:k] %*% W), cbind(-W %*% m[1:k], W))
  } else {
    there <- complete.cases(X, y)
    if (!is.null(cluster)) there <- there & !is.na(cluster)
    X <- used(X[there, , drop = FALSE])
    y <- y[there]
    n <- length(y)
    k <- ncol(X)
    D <- cbind(1, X)
    fit <- lm.fit(D, y)
    b <- fit$coefficients
    e <- fit$residuals
    inverse <- chol2inv(qr.R(fit$qr))
    df <- n - k - 1
    r2 <- 1 - sum(e^2) / sum((y - mean(y))^2)
    mse <- sum(e^2) / df
    h <- rowSums((D %*% inverse) * D)
    weight <- switch(errors,
      hc0 = 1, hc1 = n / df, hc2 = 1 / (1 - h), hc3 = 1 / (1 - h)^2,
      hc4 = (1 - h)^-pmin(4, h * n / (k + 1)),
      hc4m = (1 - h)^-(pmin(1, h * n / (k + 1)) + pmin(1.5, h * n / (k + 1))))
    V <- if (errors == "classical") mse * inverse else if (errors == "cluster") {
      cluster <- as.character(cluster[there])
      G <- length(unique(cluster))
      U <- rowsum(D * e, cluster)
      say(paste0(name, ".clusters"), G)
      G / (G - 1) * (n - 1) / df * inverse %*% crossprod(U) %*% inverse
    } else inverse %*% crossprod(D * e * sqrt(weight)) %*% inverse
    if (errors == "cluster") df <- G - 1
    s <- c(apply(X, 2, sd), sd(y))
    R <- cor(X)
    inverse <- solve(R)
  }
  se <- sqrt(diag(V))
  t <- b / se
  terms <- c("intercept", colnames(X))
  reach <- qt(1 - (1 - confidence) / 2, df) * se
  at <- function(what) paste0(name, ".", what, "(", terms, ")")
  say(paste0(name, c(".n", ".r2", ".adjusted_r2", ".df1", ".df2", ".rmse")),
      c(n, r2, 1 - (1 - r2) * (n - 1) / (n - k - 1), k, df, sqrt(mse)))
  slopes <- b[-1]
  f <- if (errors == "classical") r2 / k / ((1 - r2) / df) else if (df < k) NA else drop(slopes %*% solve(V[-1, -1]) %*% slopes) / k
  say(paste0(name, c(".f", ".p")), c(f, pf(f, k, df, lower.tail = FALSE)))
  say(at("b"), b)
  say(at("se"), se)
  say(at("t"), t)
  say(at("p"), 2 * pt(-abs(t), df))
  say(at("low"), b - reach)
  say(at("high"), b + reach)
  say(at("beta")[-1], slopes * s[1:k] / s[k + 1])
  say(at("beta.low")[-1], (b - reach)[-1] * s[1:k] / s[k + 1])
  say(at("beta.high")[-1], (b + reach)[-1] * s[1:k] / s[k + 1])
  say(at("df"), rep(df, k + 1))
  say(at("vif")[-1], diag(inverse))
}`,
  },
  logit: {
    comment: 'logit',
    needs: ['terms'],
    code: `logit <- function(name, y, X, confidence = 0.95) {
  there <- complete.cases(X, y)
  X <- used(X[there, , drop = FALSE])
  fit <- glm(y[there] ~ X, family = binomial, control = glm.control(epsilon = 1e-14, maxit = 100))
  b <- coef(fit)
  se <- sqrt(diag(vcov(fit)))
  reach <- qnorm(1 - (1 - confidence) / 2) * se
  at <- function(what) paste0(name, ".", what, "(", c("intercept", colnames(X)), ")")
  say(at("b"), b)
  say(at("se"), se)
  say(at("z"), b / se)
  say(at("p"), 2 * pnorm(-abs(b / se)))
  say(at("low"), b - reach)
  say(at("high"), b + reach)
  say(at("odds")[-1], exp(b)[-1])
  say(at("odds.low")[-1], exp(b - reach)[-1])
  say(at("odds.high")[-1], exp(b + reach)[-1])
  chi2 <- fit$null.deviance - fit$deviance
  say(paste0(name, c(".n", ".chi2", ".df", ".p", ".loglik", ".mcfadden")),
      c(sum(there), chi2, ncol(X), pchisq(chi2, ncol(X), lower.tail = FALSE), -fit$deviance / 2, chi2 / fit$null.deviance))
}`,
  },
  groups: {
    comment: 'groups',
    needs: ['levels'],
    code: `compare_groups <- function(name, category, x, g, post_hoc) {
  there <- !is.na(x) & !is.na(g)
  x <- x[there]
  g <- g[there]
  summary_of(name, "(all)", x, FALSE)
  for (level in levels(g)) summary_of(name, paste0("(", category, ".", level, ")"), x[g == level], FALSE)
  g <- factor(g, levels = levels(g)[table(g) > 0])
  k <- nlevels(g)
  n <- length(x)
  if (k < 2) return(invisible())
  size <- as.vector(table(g))
  m <- as.vector(tapply(x, g, mean))
  v <- as.vector(tapply(x, g, var))
  between <- sum(size * (m - mean(x))^2)
  within <- sum((x - m[g])^2)
  msw <- within / (n - k)
  f <- between / (k - 1) / msw
  say(paste0(name, c(".f", ".df1", ".df2", ".p")), c(f, k - 1, n - k, pf(f, k - 1, n - k, lower.tail = FALSE)))
  say(paste0(name, c(".eta2", ".omega2")), c(between, between - (k - 1) * msw) / (between + within + c(0, msw)))
  if (all(size > 1)) {
    welch <- oneway.test(x ~ g)
    say(paste0(name, c(".welch.f", ".welch.p")), c(welch$statistic, welch$p.value))
  }
  say(paste0(name, ".levene.p"), anova(lm(abs(x - m[g]) ~ g))[1, 5])
  kruskal <- kruskal.test(x, g)
  say(paste0(name, c(".kruskal.h", ".kruskal.p")), c(kruskal$statistic, kruskal$p.value))
  if (k == 2) {
    pooled <- sqrt(msw)
    welch <- t.test(x ~ g)
    say(paste0(name, c(".t", ".df", ".welch.t", ".welch.df", ".d")),
        c((m[1] - m[2]) / (pooled * sqrt(sum(1 / size))), n - 2, welch$statistic, welch$parameter, (m[1] - m[2]) / pooled))
  }
  pairs_of(name, category, levels(g), size, m, v, msw, n - k, post_hoc)
}
crosstab <- function(name, x, g) {
  counts <- table(x, g)
  counts <- counts[rowSums(counts) > 0, colSums(counts) > 0, drop = FALSE]
  if (min(dim(counts)) < 2) return(invisible())
  test <- suppressWarnings(chisq.test(counts, correct = FALSE))
  say(paste0(name, c(".chi2", ".df", ".p", ".v")),
      c(test$statistic, test$parameter, test$p.value, sqrt(test$statistic / sum(counts) / (min(dim(counts)) - 1))))
}`,
  },
  pairs: {
    comment: 'pairs',
    code: `pairs_of <- function(name, category, levels, n, m, v, msw, df, post_hoc) {
  pairs <- combn(length(levels), 2)
  i <- pairs[1, ]
  j <- pairs[2, ]
  k <- length(levels)
  count <- ncol(pairs)
  difference <- m[i] - m[j]
  se <- sqrt(msw * (1 / n[i] + 1 / n[j]))
  if (post_hoc == "games_howell") {
    se <- sqrt(v[i] / n[i] + v[j] / n[j])
    df <- se^4 / ((v[i] / n[i])^2 / (n[i] - 1) + (v[j] / n[j])^2 / (n[j] - 1))
  }
  t <- abs(difference) / se
  p <- 2 * pt(-t, df)
  range <- ptukey(t * sqrt(2), k, df, lower.tail = FALSE)
  p <- switch(post_hoc, tukey = range, games_howell = range, bonferroni = pmin(1, p * count), sidak = 1 - (1 - p)^count,
              holm = p.adjust(p, "holm"))
  reach <- se * switch(post_hoc, tukey = qtukey(0.95, k, df) / sqrt(2), games_howell = qtukey(0.95, k, df) / sqrt(2),
                       bonferroni = qt(1 - 0.025 / count, df), sidak = qt(0.5 + 0.95^(1 / count) / 2, df), holm = NA)
  for (turn in c(1, -1)) {
    a <- levels[if (turn == 1) i else j]
    b <- levels[if (turn == 1) j else i]
    at <- function(what) paste0(name, ".", what, "(", category, ".", a, ", ", category, ".", b, ")")
    say(at("difference"), turn * difference)
    say(at("difference.se"), se)
    say(at("difference.p"), p)
    if (post_hoc != "holm") {
      say(at("difference.low"), turn * difference - reach)
      say(at("difference.high"), turn * difference + reach)
    }
  }
}`,
  },
};
