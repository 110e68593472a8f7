# Writes tests/reference/path_risk.json: an invented fund, its AR(1) of the log premium and its
# value's moves as lm(), sd() and cor() have them, the closed form's returns from qnorm() and
# pnorm(), and 400,000 simulated paths of the same model without limits or halts.
#
#   Rscript scripts/reference/path_risk.R > tests/reference/path_risk.json

set.seed(20240613)
days <- 260
shared <- rnorm(days)
premium_shock <- 0.009 * (-0.4 * shared + sqrt(1 - 0.16) * rnorm(days))
x <- numeric(days)
x[1] <- 0.09
for (t in 2:days) x[t] <- 0.05 + 0.93 * (x[t - 1] - 0.05) + premium_shock[t]
value <- 1.5 * exp(cumsum(0.0003 + 0.013 * shared))
premium <- expm1(x)
# Two days without a price: no pair reaches over them.
premium[c(40, 141)] <- NA
series <- function(v) ifelse(is.na(v), "null", formatC(v, digits = 17, format = "g"))
price <- value * (1 + premium)

x <- log(price / value)
value_log <- ifelse(is.na(price), NA, log(value))
now <- x[-1]; before <- x[-days]
both <- !is.na(now) & !is.na(before)
fit <- lm(now[both] ~ before[both])
phi <- unname(coef(fit)[2])
mu <- unname(coef(fit)[1]) / (1 - phi)
se <- summary(fit)$sigma
moves <- diff(value_log)[both]
sv <- sd(moves)
r <- cor(residuals(fit), moves)

horizons <- c(5, 20, 60, 250)
shares <- c(0.05, 0.25, 0.5, 0.75, 0.95)
bars <- c(0, 0.05, 0.10, 0.20)
from <- x[days]
closed <- lapply(horizons, function(h) {
  m <- (phi^h - 1) * (from - mu)
  v <- h * sv^2 + se^2 * sum(phi^(2 * (0:(h - 1)))) + 2 * r * se * sv * sum(phi^(0:(h - 1)))
  list(days = h, mean_log = m, sd_log = sqrt(v), mean = exp(m + v / 2) - 1,
       quantiles = exp(qnorm(shares, m, sqrt(v))) - 1, chances = pnorm(log(1 - bars), m, sqrt(v)))
})

paths <- 400000
level <- rep(from, paths)
moved <- rep(0, paths)
simulated <- list()
for (t in 1:max(horizons)) {
  z <- rnorm(paths)
  level <- mu + phi * (level - mu) + se * (r * z + sqrt(1 - r^2) * rnorm(paths))
  moved <- moved + sv * z
  if (t %in% horizons) {
    returns <- exp(moved + level - from) - 1
    simulated[[length(simulated) + 1]] <- list(
      days = t, mean = mean(returns), mean_error = sd(returns) / sqrt(paths),
      quantiles = unname(quantile(returns, shares)),
      chances = sapply(bars, function(bar) mean(returns < -bar)))
  }
}

number <- function(v) paste(formatC(v, digits = 15, format = "g"), collapse = ", ")
outlook <- function(one) paste0("    {", paste0('"', names(one), '": ', sapply(one, function(v)
  if (length(v) > 1) paste0("[", number(v), "]") else number(v)), collapse = ", "), "}")
cat('{\n  "made_by": "scripts/reference/path_risk.R",\n')
cat('  "price": [', paste(series(price), collapse = ", "), "],\n", sep = "")
cat('  "value": [', paste(series(value), collapse = ", "), "],\n", sep = "")
cat('  "model": {"persistence": ', number(phi), ', "premium_mean_log": ', number(mu),
    ', "premium_sd": ', number(se), ', "value_sd": ', number(sv), ', "correlation": ', number(r),
    ', "pairs": ', sum(both), "},\n", sep = "")
cat('  "closed": [\n', paste(sapply(closed, outlook), collapse = ",\n"), "\n  ],\n", sep = "")
cat('  "simulated": [\n', paste(sapply(simulated, outlook), collapse = ",\n"), "\n  ]\n}\n", sep = "")
