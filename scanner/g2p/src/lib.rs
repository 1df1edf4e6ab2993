//! Finite fields GF(2ⁿ), n ≤ 8, under the names of the crate `g2p` 1.x.
//!
//! `rqrr` makes its two fields with `g2p!`. The published macro writes a full product table, 64 KiB for
//! GF(256), which is three quarters of the whole reader when it is sent to a browser. This crate gives the
//! same types from a logarithm and a power table. Only what `rqrr` uses is here; the workspace puts it in
//! place with `[patch.crates-io]`.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

use core::ops::{Add, AddAssign, Div, Mul, MulAssign, Sub};

/// What every field made by [`g2p!`] can do.
pub trait GaloisField:
    Add<Output = Self>
    + AddAssign
    + Sub<Output = Self>
    + Mul<Output = Self>
    + MulAssign
    + Div<Output = Self>
    + Copy
    + PartialEq
    + Eq
{
    /// Number of elements.
    const SIZE: usize;
    /// The neutral element of addition.
    const ZERO: Self;
    /// The neutral element of multiplication.
    const ONE: Self;
    /// An element whose powers are all elements but zero.
    const GENERATOR: Self;

    /// `self` to the power `exponent`; anything to the power 0 is 1.
    #[must_use]
    fn pow(self, exponent: usize) -> Self;
}

/// Powers of `x` and their logarithms in a field of up to 256 elements.
#[derive(Debug)]
pub struct Tables {
    /// `exp[i]` = xⁱ, run through twice so that a sum of two logarithms needs no remainder.
    pub exp: [u8; 512],
    /// `log[xⁱ]` = i; `log[0]` is never read.
    pub log: [u8; 256],
}

impl Tables {
    /// Tables of GF(2^`bits`) modulo `modulus`, of which `x` must be a generator (true for both fields of QR).
    #[must_use]
    pub const fn new(bits: u32, modulus: usize) -> Self {
        let order = (1_usize << bits) - 1;
        let mut tables = Self { exp: [0; 512], log: [0; 256] };
        let mut value = 1_usize;
        let mut i = 0;
        while i < 2 * order {
            tables.exp[i] = value as u8;
            if i < order {
                tables.log[value] = i as u8;
            }
            value <<= 1;
            if value > order {
                value ^= modulus;
            }
            i += 1;
        }
        tables
    }
}

/// Makes a field type: `g2p!(GF256, 8, modulus: 0b1_0001_1101)`.
#[macro_export]
macro_rules! g2p {
    ($name:ident, $bits:literal, modulus: $modulus:literal) => {
        /// An element of a finite field.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $name(pub(crate) u8);

        impl $name {
            const ORDER: usize = (1 << $bits) - 1;

            fn tables() -> &'static $crate::Tables {
                static TABLES: $crate::Tables = $crate::Tables::new($bits, $modulus);
                &TABLES
            }
        }

        impl ::core::ops::Add for $name {
            type Output = Self;
            #[allow(
                clippy::suspicious_arithmetic_impl,
                reason = "addition in GF(2^n) is exclusive or"
            )]
            fn add(self, other: Self) -> Self {
                Self(self.0 ^ other.0)
            }
        }

        impl ::core::ops::AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                *self = *self + other;
            }
        }

        impl ::core::ops::Sub for $name {
            type Output = Self;
            #[allow(
                clippy::suspicious_arithmetic_impl,
                reason = "subtraction in GF(2^n) is exclusive or"
            )]
            fn sub(self, other: Self) -> Self {
                Self(self.0 ^ other.0)
            }
        }

        impl ::core::ops::Mul for $name {
            type Output = Self;
            fn mul(self, other: Self) -> Self {
                if self.0 == 0 || other.0 == 0 {
                    return Self(0);
                }
                let t = Self::tables();
                Self(t.exp[t.log[self.0 as usize] as usize + t.log[other.0 as usize] as usize])
            }
        }

        impl ::core::ops::MulAssign for $name {
            fn mul_assign(&mut self, other: Self) {
                *self = *self * other;
            }
        }

        impl ::core::ops::Div for $name {
            type Output = Self;
            /// Division by zero gives zero, as in the published crate; the decoder checks before it divides.
            fn div(self, other: Self) -> Self {
                if self.0 == 0 || other.0 == 0 {
                    return Self(0);
                }
                let t = Self::tables();
                Self(
                    t.exp[t.log[self.0 as usize] as usize + Self::ORDER
                        - t.log[other.0 as usize] as usize],
                )
            }
        }

        impl $crate::GaloisField for $name {
            const SIZE: usize = 1 << $bits;
            const ZERO: Self = Self(0);
            const ONE: Self = Self(1);
            const GENERATOR: Self = Self(2);

            fn pow(self, exponent: usize) -> Self {
                if exponent == 0 {
                    return Self(1);
                }
                if self.0 == 0 {
                    return Self(0);
                }
                let t = Self::tables();
                // Exponents may be large: reduce before the product so that it cannot overflow.
                Self(
                    t.exp[t.log[self.0 as usize] as usize * (exponent % Self::ORDER) % Self::ORDER],
                )
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::GaloisField;

    g2p!(GF16, 4, modulus: 0b1_0011);
    g2p!(GF256, 8, modulus: 0b1_0001_1101);

    /// Schoolbook product of two polynomials over GF(2), reduced.
    fn product(a: u8, b: u8, bits: u32, modulus: usize) -> u8 {
        let mut sum =
            (0..8).filter(|i| b >> i & 1 == 1).fold(0_usize, |s, i| s ^ (a as usize) << i);
        for i in (bits..16).rev() {
            if sum >> i & 1 == 1 {
                sum ^= modulus << (i - bits);
            }
        }
        sum as u8
    }

    #[test]
    fn products_and_quotients_equal_the_schoolbook() {
        for a in 0..=255_u8 {
            for b in 0..=255_u8 {
                let p = GF256(a) * GF256(b);
                assert_eq!(p.0, product(a, b, 8, 0x11d), "{a}·{b}");
                if b != 0 {
                    assert_eq!(p / GF256(b), GF256(a));
                }
                if a < 16 && b < 16 {
                    assert_eq!((GF16(a) * GF16(b)).0, product(a, b, 4, 0x13));
                }
            }
        }
    }

    #[test]
    fn powers_equal_repeated_products() {
        for a in 0..=255_u8 {
            let mut value = GF256::ONE;
            for e in 0..600 {
                assert_eq!(GF256(a).pow(e), value, "{a}^{e}");
                value *= GF256(a);
            }
        }
        assert_eq!(GF256::ZERO / GF256::ZERO, GF256::ZERO);
    }

    #[test]
    fn the_generator_reaches_every_element_but_zero() {
        let mut seen = [false; 256];
        for e in 0..255 {
            seen[GF256::GENERATOR.pow(e).0 as usize] = true;
        }
        assert!(!seen[0] && seen[1..].iter().all(|&s| s));
        assert_eq!((GF16::SIZE, GF256::SIZE), (16, 256));
        assert_eq!(GF16::GENERATOR.pow(15), GF16::ONE);
    }
}
