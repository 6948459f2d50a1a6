-- Numbers and tables of a study in a Quarto document, read from the results.json that `studyspec run --out report` wrote:
--   {{< studyspec integration.kmo >}}   {{< studyspec integration.kmo 2 >}}   {{< studyspec full.integration.p apa >}}
--   {{< studyspec table:full >}}
-- Where the file lies is said in the front matter (`studyspec-results: report/results.json`, which is also the default) or in the
-- shortcode (`results=other/results.json`). Numbers are rounded as StudySpec's own reports do; what is not there stops the rendering.

local kept = {}

local function text_of(value)
  return value and pandoc.utils.stringify(value) or ''
end

local function fail(message)
  error('studyspec: ' .. message, 0)
end

local function results_of(path)
  if kept[path] then return kept[path] end
  local file = io.open(path, 'rb')
  if not file then fail('"' .. path .. '" is not there; studyspec run FILE --out report writes it') end
  local decode = (quarto and quarto.json and quarto.json.decode) or (pandoc.json and pandoc.json.decode)
  local ok, found = pcall(decode, file:read('a'))
  file:close()
  if not ok or type(found) ~= 'table' or type(found.quantities) ~= 'table' then
    fail('"' .. path .. '" is no results.json of studyspec')
  end
  kept[path] = found
  return found
end

local decimals = { count = 0, percent = 1, mean = 3, coefficient = 3, p = 3, statistic = 3, df = 2, information = 2, score = 2 }

-- Halves away from zero: a quotient such as 3.3445 is stored a hair below itself.
local function fixed(value, digits)
  if math.abs(value) >= 1e9 then return (('%.2e'):format(value):gsub('e([+-])0*(%d)', 'e%1%2'):gsub('e%+', 'e')) end
  local text = ('%.' .. digits .. 'f'):format(value * (1 + 4 * 2 ^ -52))
  return text:match('^%-0%.?0*$') and text:sub(2) or text
end

local function whole(value)
  return math.abs(value - math.floor(value + 0.5)) < 1e-9 * math.max(1, math.abs(value))
end

local function shown(value, format, digits)
  local places = math.min(15, digits or decimals[format])
  if format == 'p' then
    places = math.max(1, places)
    if value < 10 ^ -places then return '<' .. ('%.' .. places .. 'f'):format(10 ^ -places) end
    if value < 1 and fixed(value, places) == fixed(1, places) then return '>' .. ('%.' .. places .. 'f'):format(1 - 10 ^ -places) end
    return fixed(value, places)
  end
  if format == 'count' and math.type(value) == 'integer' or format == 'count' and value == math.floor(value) then
    local text = ('%d'):format(value)
    local count
    repeat text, count = text:gsub('^(%-?%d+)(%d%d%d)', '%1,%2') until count == 0
    return text
  end
  if format == 'df' and whole(value) then return ('%d'):format(math.floor(value + 0.5)) end
  if format == 'count' or format == 'df' then places = math.max(1, places) end
  return fixed(value, places)
end

-- What cannot exceed 1, whose zero before the point the APA leaves out.
local bounded = {}
for name in ([[item_total smc alpha_if_deleted alpha alpha.low alpha.high alpha.standardized mean_r omega kmo msa determinant loading structure
  spearman_brown horst guttman
  correlation communality communality.initial r r2 adjusted_r2 cfi cfi.robust configural.cfi metric.cfi scalar.cfi strict.cfi eta2 omega2
  v v.corrected contingency phi tau_b tau_c gamma somers lambda fmi mcfadden cox_snell nagelkerke auc icc share
  change.r2 classification.sensitivity classification.specificity group.share m0 uncensored censored importance]]):gmatch('%S+') do
  bounded[name] = true
end

local function is_at_most_one(address, format)
  if format == 'p' then return true end
  local path = address:match('^[^(]*')
  while true do
    if bounded[path] then return true end
    local rest = path:match('^[^.]*%.(.+)$')
    if not rest then return false end
    path = rest
  end
end

-- As `studyspec fill` writes them: plain, apa, p, percent, digits.
local function number(address, quantity, format)
  local name, digits = format:match('^(%a*)%s*(%d*)$')
  if not name then fail('a number cannot be written as "' .. format .. '": plain, apa, p, percent, or the digits after its point') end
  digits = tonumber(digits)
  local value = quantity.value
  if name == '' or name == 'plain' then return { pandoc.Str(shown(value, quantity.format, digits)) } end
  if name == 'percent' then
    return { pandoc.Str(shown(quantity.format == 'percent' and value or value * 100, 'percent', digits) .. '%') }
  end
  if name ~= 'apa' and name ~= 'p' then fail('a number cannot be written as "' .. format .. '"') end
  if not digits and quantity.format ~= 'count' and quantity.format ~= 'df' then digits = quantity.format == 'p' and 3 or 2 end
  local text = shown(value, quantity.format, digits)
  if is_at_most_one(address, quantity.format) then text = text:gsub('^([<>-]?)0%.', '%1.') end
  text = text:gsub('^([<>])', '%1 ')
  if name == 'apa' then return { pandoc.Str(text) } end
  return { pandoc.Emph({ pandoc.Str('p') }), pandoc.Space(), pandoc.Str((text:match('^[<>]') and '' or '= ') .. text) }
end

local function cell(value)
  if type(value) == 'string' then return value end
  return type(value) == 'table' and value.text or ''
end

local function table_of(found)
  local aligns, widths, heads, rows = {}, {}, {}, {}
  for at, column in ipairs(found.columns) do
    aligns[at] = column.align == 'number' and pandoc.AlignRight or pandoc.AlignLeft
    widths[at] = 0
    heads[at] = { pandoc.Plain(pandoc.Str((column.group and column.group .. ': ' or '') .. column.title)) }
  end
  for at, row in ipairs(found.rows) do
    rows[at] = {}
    for place = 1, #found.columns do rows[at][place] = { pandoc.Plain(pandoc.Str(cell(row[place]))) } end
  end
  local simple = pandoc.SimpleTable({ pandoc.Str(found.title) }, aligns, widths, heads, rows)
  local blocks = { pandoc.utils.from_simple_table(simple) }
  for _, note in ipairs(found.notes) do blocks[#blocks + 1] = pandoc.Para({ pandoc.Emph({ pandoc.Str(note) }) }) end
  return blocks
end

local function table_named(results, name)
  local known = {}
  for _, one in ipairs(results.tables or {}) do
    if one.id == name or one.section == name then return table_of(one) end
    known[#known + 1] = one.id
  end
  fail('there is no table "' .. name .. '" in the results; there are: ' .. table.concat(known, ', '))
end

return {
  studyspec = function(args, kwargs, meta)
    local given = {}
    for at, one in ipairs(args) do given[at] = text_of(one) end
    if not given[1] or given[1] == '' then fail('an address is missing: {{< studyspec integration.kmo >}}') end
    local path = text_of(kwargs and kwargs.results)
    if path == '' then path = text_of(meta and meta['studyspec-results']) end
    local results = results_of(path == '' and 'report/results.json' or path)
    local name = given[1]:match('^table:(.+)$')
    if name then return table_named(results, name) end
    local quantity = results.quantities[given[1]]
    if not quantity then fail('nothing is at ' .. given[1] .. '; studyspec query FILE lists every address') end
    if type(quantity.value) ~= 'number' then fail(given[1] .. ' has no value' .. (quantity.reason and ': ' .. quantity.reason or '')) end
    return number(given[1], quantity, table.concat(given, ' ', 2))
  end,
}
