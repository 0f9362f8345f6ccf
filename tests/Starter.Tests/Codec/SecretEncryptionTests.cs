using System.Security.Cryptography;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Encryption;

namespace TemporalVideo.Starter.Tests.Codec;

public sealed class SecretEncryptionTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
    private const string Row = "webhooks/anna/wh_1";

    /// <summary>The column of the database has 128 characters.</summary>
    [Theory]
    [InlineData("one")]
    [InlineData("a-key-with-a-name-that-is-as-long-as-names-of-keys-in-a-large-organisation-are-2026-11")]
    public void Protect_Secret_IsRevealedForItsRowOnlyAndFitsItsColumn(string keyId)
    {
        var secrets = new SecretEncryption(Keys(keyId, (keyId, NewKey())));

        var kept = secrets.Protect(Secret, Row);

        kept.Should().NotContain(Secret[6..]).And.NotBe(secrets.Protect(Secret, Row)).And.Subject.Length.Should().BeLessThanOrEqualTo(128);
        secrets.Reveal(kept, Row).Should().Be(Secret);
        secrets.Invoking(each => each.Reveal(kept, "webhooks/berta/wh_1")).Should().Throw<CryptographicException>();
    }

    [Fact]
    public void Reveal_KeptBefore_KnowsReadableOnesAndOlderKeys()
    {
        var (old, now) = (NewKey(), NewKey());
        var kept = new SecretEncryption(Keys("old", ("old", old))).Protect(Secret, Row);
        var secrets = new SecretEncryption(Keys("new", ("new", now), ("old", old)));

        secrets.Reveal(Secret, Row).Should().Be(Secret);
        secrets.Reveal(kept, Row).Should().Be(Secret);
        new SecretEncryption(Keys("new", ("new", now))).Invoking(each => each.Reveal(kept, Row))
            .Should().Throw<CryptographicException>().WithMessage("*not among the encryption keys*");
    }

    private static Secret NewKey() => new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static EncryptionSettings Keys(string keyId, params (string Id, Secret Key)[] keys) =>
        new(keyId, keys.ToDictionary(key => key.Id, key => key.Key));
}
