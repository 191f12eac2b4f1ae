//! Checks of a station's own profile.

use super::Violations;
use crate::domain::station::StationProfile;

pub(super) fn check(profile: &StationProfile, found: &mut Violations) {
    found.refuse_blank(&profile.name, "name", "name-missing");
    found.refuse_text(profile.name.as_str(), "name");
}
