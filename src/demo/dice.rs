//! Chance that is the same every time: SplitMix64 (Steele, Lea and Flood, 2014). Not for secrets.

/// A run of chance.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// The run that `seed` starts. Different `part`s of one seed are unrelated.
    pub fn new(seed: u64, part: u64) -> Self {
        let mut dice = Self(seed ^ part.wrapping_mul(0xd134_2543_de82_ef95));
        dice.roll();
        dice
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `count` - 1; 0 when there is nothing to choose from.
    pub fn below(&mut self, count: u32) -> u32 {
        // The upper half of 32 × 32 bits: no bias that anyone could see, and no loop.
        let upper = u64::from(count) * (self.roll() >> 32);
        u32::try_from(upper >> 32).expect("below a number of 32 bits")
    }

    /// A number between two others, both possible.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// Whether something that happens `percent` times in a hundred happens.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of several things, all equally likely.
    ///
    /// # Panics
    /// When there is none.
    pub fn pick<T: Copy>(&mut self, things: &[T]) -> T {
        let at = self.below(u32::try_from(things.len()).unwrap_or(u32::MAX));
        things[at as usize]
    }

    /// One of several things by weight.
    ///
    /// # Panics
    /// When there is none.
    pub fn weighted<T: Copy>(&mut self, things: &[(T, u32)]) -> T {
        let total = things.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(total);
        for (thing, weight) in things {
            if left < *weight {
                return *thing;
            }
            left -= weight;
        }
        unreachable!("the weights add up to their total")
    }

    /// Puts things in any order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let other = self.below(u32::try_from(last + 1).unwrap_or(u32::MAX)) as usize;
            things.swap(last, other);
        }
    }

    /// Bytes for an identity or a salt.
    pub fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.roll().to_be_bytes());
        bytes[8..].copy_from_slice(&self.roll().to_be_bytes());
        bytes
    }
}
