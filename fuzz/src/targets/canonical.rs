//! A second judge of canonical JSON, written from RFC 8785 and the restriction of
//! `docs/format-lot.md` alone: it recognises bytes and never writes any.

/// Deepest nesting.
const LEVELS: usize = 127;
/// Largest integer.
const LARGEST: u64 = (1 << 53) - 1;

/// Whether `bytes` are the canonical form of a value.
pub fn is_canonical(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut judge = Judge { rest: text };
    judge.value(0).is_some() && judge.rest.is_empty()
}

struct Judge<'a> {
    rest: &'a str,
}

impl Judge<'_> {
    fn take(&mut self, expected: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(expected)?;
        Some(())
    }

    fn value(&mut self, level: usize) -> Option<()> {
        match self.rest.chars().next()? {
            'n' => self.take("null"),
            't' => self.take("true"),
            'f' => self.take("false"),
            '"' => self.string().map(|_| ()),
            '[' => self.array(level + 1),
            '{' => self.object(level + 1),
            _ => self.integer(),
        }
    }

    fn integer(&mut self) -> Option<()> {
        let is_negative = self.take("-").is_some();
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        let is_shortest = digits == "0" || !digits.starts_with('0');
        let number: u64 = digits.parse().ok()?;
        (is_shortest && number <= LARGEST && !(is_negative && number == 0)).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        self.take("\"")?;
        let mut said = String::new();
        loop {
            let c = self.rest.chars().next()?;
            self.rest = &self.rest[c.len_utf8()..];
            match c {
                '"' => return Some(said),
                '\\' => said.push(self.escape()?),
                '\0'..='\u{1F}' => return None,
                _ => said.push(c),
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        for (written, meant) in
            [("\"", '"'), ("\\", '\\'), ("b", '\u{8}'), ("f", '\u{C}'), ("n", '\n'), ("r", '\r'), ("t", '\t')]
        {
            if self.take(written).is_some() {
                return Some(meant);
            }
        }
        self.take("u00")?;
        let digits = self.rest.get(..2)?;
        let code = u8::from_str_radix(digits, 16).ok()?;
        self.rest = &self.rest[2..];
        let is_long = !matches!(code, 8 | 9 | 10 | 12 | 13);
        (code < 0x20 && is_long && digits == format!("{code:02x}")).then_some(char::from(code))
    }

    fn array(&mut self, level: usize) -> Option<()> {
        self.take("[")?;
        self.list(level, "]", Self::value)
    }

    fn object(&mut self, level: usize) -> Option<()> {
        self.take("{")?;
        let mut before: Option<String> = None;
        self.list(level, "}", |judge, level| {
            let key = judge.string()?;
            judge.take(":")?;
            judge.value(level)?;
            // ASCII: the order of bytes is that of UTF-16.
            let follows = before.as_ref().is_none_or(|before| *before < key);
            let sound = key.is_ascii() && !key.starts_with('$') && follows;
            before = Some(key);
            sound.then_some(())
        })
    }

    fn list(
        &mut self,
        level: usize,
        end: &str,
        mut item: impl FnMut(&mut Self, usize) -> Option<()>,
    ) -> Option<()> {
        if level > LEVELS {
            return None;
        }
        if self.take(end).is_some() {
            return Some(());
        }
        loop {
            item(self, level)?;
            if self.take(end).is_some() {
                return Some(());
            }
            self.take(",")?;
        }
    }
}
