using TemporalVideo.Activities.Agent6;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class ClipFingerprintTests
{
    private static readonly string Silent = ClipFingerprint.Silent(5, "image");

    [Fact]
    public void IsMadeFrom_SilentOrNarratedClip_IsRecognised()
    {
        ClipFingerprint.IsMadeFrom(Silent, Silent).Should().BeTrue();
        ClipFingerprint.IsMadeFrom(ClipFingerprint.WithNarration(Silent, "voice"), Silent).Should().BeTrue();
    }

    [Fact]
    public void IsMadeFrom_OtherLengthOrImageOrNone_IsNot()
    {
        ClipFingerprint.IsMadeFrom(null, Silent).Should().BeFalse();
        ClipFingerprint.IsMadeFrom(ClipFingerprint.Silent(6, "image"), Silent).Should().BeFalse();
        ClipFingerprint.IsMadeFrom(ClipFingerprint.Silent(5, "other"), Silent).Should().BeFalse();
    }

    [Fact]
    public void WithNarration_Twice_IsTheSame() => ClipFingerprint.WithNarration(ClipFingerprint.WithNarration(Silent, "voice"), "voice")
        .Should().Be(ClipFingerprint.WithNarration(Silent, "voice")).And.NotBe(ClipFingerprint.WithNarration(Silent, "other"));
}
