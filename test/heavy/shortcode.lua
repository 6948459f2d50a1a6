-- Runs the Quarto extension within pandoc, for tests: a paragraph `SHORTCODE address format name=value` becomes what the shortcode gives, or
-- the message that it fails with. Quarto's own JSON reader is stood in for by the one below.
local decode
do
  local function space(text, at) return text:match('^%s*()', at) end
  local escapes = { b = '\b', f = '\f', n = '\n', r = '\r', t = '\t' }
  local function string_at(text, at)
    local parts = {}
    while true do
      local plain, stop = text:match('^([^"\\]*)()', at)
      parts[#parts + 1] = plain
      if text:sub(stop, stop) == '"' then return table.concat(parts), stop + 1 end
      local sign = text:sub(stop + 1, stop + 1)
      if sign == 'u' then
        parts[#parts + 1] = utf8.char(tonumber(text:sub(stop + 2, stop + 5), 16))
        at = stop + 6
      else
        parts[#parts + 1] = escapes[sign] or sign
        at = stop + 2
      end
    end
  end
  local function value_at(text, at)
    at = space(text, at)
    local sign = text:sub(at, at)
    if sign == '"' then return string_at(text, at + 1) end
    if sign == '{' or sign == '[' then
      local found, close = {}, sign == '{' and '}' or ']'
      at = space(text, at + 1)
      local count = 0
      while text:sub(at, at) ~= close do
        local key
        if sign == '{' then
          key, at = string_at(text, at + 1)
          at = space(text, at) + 1
        end
        count = count + 1
        local one
        one, at = value_at(text, at)
        found[key or count] = one
        at = space(text, at)
        if text:sub(at, at) == ',' then at = space(text, at + 1) end
      end
      return found, at + 1
    end
    local word, stop = text:match('^([%w.+-]+)()', at)
    if word == 'null' then return nil, stop end
    if word == 'true' or word == 'false' then return word == 'true', stop end
    return tonumber(word), stop
  end
  decode = function(text) return (value_at(text, 1)) end
end
quarto = { json = { decode = decode } }

local meta
local shortcode = dofile(os.getenv('SHORTCODE')).studyspec
return {
  { Meta = function(found) meta = found end },
  {
    Para = function(block)
      local words = {}
      for word in pandoc.utils.stringify(block):gmatch('%S+') do words[#words + 1] = word end
      if words[1] ~= 'SHORTCODE' then return nil end
      local args, kwargs = {}, {}
      for at = 2, #words do
        local name, value = words[at]:match('^(%w+)=(.*)$')
        if name then kwargs[name] = { pandoc.Str(value) } else args[#args + 1] = { pandoc.Str(words[at]) } end
      end
      local ok, made = pcall(shortcode, args, kwargs, meta)
      if not ok then return pandoc.Para({ pandoc.Str('FAILED ' .. tostring(made)) }) end
      return made[1].t == 'Table' and made or pandoc.Para(made)
    end,
  },
}
