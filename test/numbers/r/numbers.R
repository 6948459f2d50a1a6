# Rscript test/numbers/r/numbers.R: conditions of three values, means within groups and quantiles by R, written to
# test/numbers/golden/numbers.json. SPSS's AGGREGATE and its quintiles (FREQUENCIES /NTILES, HAVERAGE) are quantile type 6.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
truth <- c(TRUE, FALSE, NA)
a <- rep(truth, each = 3); b <- rep(truth, 3)
plain <- function(x) I(ifelse(is.na(x), NA, as.numeric(x)))
i <- 1:60
income <- ifelse(i %% 13 == 0, NA, (i * 37) %% 101 + ifelse(i %% 2 == 0, 0.5, 0))
school <- paste0("s", (i * 7) %% 9)
fifths <- quantile(income, c(.2, .4, .6, .8), type = 6, na.rm = TRUE, names = FALSE)
fourths <- quantile(income, c(.25, .5, .75), type = 6, na.rm = TRUE, names = FALSE)
out <- list(
  engine = "R", versions = versions(), tolerance = list(default = list(abs = 1e-12, rel = 1e-12)),
  logic = list(either = plain(a | b), both = plain(a & b)),
  income = I(income), school = I(school),
  means = I(ave(income, school, FUN = function(x) mean(x, na.rm = TRUE))),
  fifths = I(fifths), fourths = I(fourths),
  # The upper end is closed: a value on a border is in the group below.
  groups = I(as.numeric(cut(income, c(-Inf, fifths, Inf), right = TRUE))),
  quarters = I(as.numeric(cut(income, c(-Inf, fourths, Inf), right = TRUE)))
)
writeLines(json(out), file.path(here, "..", "golden", "numbers.json"))
