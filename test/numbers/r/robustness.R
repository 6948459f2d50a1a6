# The grid of test/numbers/robustness.test.ts computed by R alone: R 4.2.2, sandwich. Writes golden/robustness.json.
# Rscript test/numbers/r/robustness.R
suppressPackageStartupMessages({ library(sandwich); library(jsonlite) })
d <- read.csv("test/numbers/data/by-address.csv", na.strings = c("", "NA"))
items <- c("a", "b", "c", "d"); d$c <- 6 - d$c
d[, c(items, "age", "hours")] <- lapply(d[, c(items, "age", "hours")], as.numeric)
bad <- function(x, top) ifelse(x < 1 | x > top, NA, x)
for (v in items) d[[v]] <- bad(d[[v]], 5)
score <- function(missing) {
  X <- as.matrix(d[, items])
  if (missing == "mean") for (j in seq_len(ncol(X))) X[is.na(X[, j]), j] <- mean(X[, j], na.rm = TRUE)
  ok <- complete.cases(X); e <- eigen(cor(X[ok, ]))
  l <- e$vectors[, 1]; if (l[1] < 0) l <- -l
  z <- scale(X[ok, ]) %*% l / sqrt(e$values[1]); s <- rep(NA, nrow(X)); s[ok] <- z; s
}
fit <- function(missing, errors) {
  e <- data.frame(y = score(missing), age = d$age, male = as.numeric(d$sex == 2))
  if (missing == "mean") for (v in names(e)) e[is.na(e[[v]]), v] <- mean(e[[v]], na.rm = TRUE)
  e <- e[complete.cases(e), ]; m <- lm(y ~ male + age, e); b <- coef(m)[["age"]]; df <- m$df.residual
  V <- if (errors == "classical") vcov(m) else vcovHC(m, toupper(errors)); se <- sqrt(V["age", "age"])
  c(b = b, p = 2 * pt(-abs(b / se), df), low = b - qt(.975, df) * se, high = b + qt(.975, df) * se)
}
grid <- expand.grid(errors = c("classical", "hc0", "hc3"), missing = c("listwise", "mean"), stringsAsFactors = FALSE)
all <- t(mapply(fit, grid$missing, grid$errors)); rownames(all) <- NULL
stated <- fit("listwise", "classical")
out <- list(
  engine = R.version.string, packages = list(sandwich = as.character(packageVersion("sandwich"))), tolerance = 1e-9,
  specifications = cbind(grid, as.data.frame(all)),
  values = list(
    grid.specifications = nrow(grid), grid.computed = nrow(grid), grid.low = min(all[, "b"]), grid.high = max(all[, "b"]),
    grid.median = median(all[, "b"]), grid.share = mean(sign(all[, "b"]) == sign(stated[["b"]]) & all[, "p"] < .05),
    "grid.share(up)" = mean(all[, "b"] > 0), "grid.share(small)" = mean(all[, "p"] < .5), grid.mean = fit("mean", "classical")[["b"]], grid.listwise = stated[["b"]],
    grid.hc3 = stated[["b"]]
  )
)
write(toJSON(out, auto_unbox = TRUE, digits = 15, pretty = TRUE), "test/numbers/golden/robustness.json")
