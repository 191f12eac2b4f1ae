//! What a record of a participant may lack, and where it is filled in.

use crate::domain::codes::code_list;

code_list! {
    /// A question of the entry questionnaire, in the order of the forms.
    EsfGap {
        Sex = "sex",
        BirthPlace = "birth_place",
        Address = "address",
        Status = "status",
        MonthsLooking = "months_looking",
        Diploma = "diploma",
        Disability = "disability",
        Housing = "housing",
        ParentAbroad = "parent_abroad",
        ThirdCountry = "third_country",
        Signature = "signed_on",
    }
}

impl EsfGap {
    /// Whether the identity page answers it, and not the record.
    pub const fn is_of_identity(self) -> bool {
        match self {
            Self::Sex | Self::BirthPlace | Self::Address => true,
            Self::Status
            | Self::MonthsLooking
            | Self::Diploma
            | Self::Disability
            | Self::Housing
            | Self::ParentAbroad
            | Self::ThirdCountry
            | Self::Signature => false,
        }
    }
}
