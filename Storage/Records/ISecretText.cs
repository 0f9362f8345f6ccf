namespace TemporalVideo.Storage.Records;

/// <summary>How secrets lie in the database. Where nothing else is registered, they are readable there.</summary>
public interface ISecretText
{
    /// <summary>A secret as it is kept.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="owner">The row that it is of: it is revealed for the same one only.</param>
    string Protect(string secret, string owner);

    /// <summary>A secret as it was; one that was kept readable is returned as it is.</summary>
    /// <param name="kept">As it is kept.</param>
    /// <param name="owner">The row that it is of.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It cannot be revealed; the message says why.</exception>
    string Reveal(string kept, string owner);
}

/// <summary>Keeps secrets readable.</summary>
internal sealed class ReadableSecretText : ISecretText
{
    public string Protect(string secret, string owner) => secret;

    public string Reveal(string kept, string owner) => kept;
}
