using Temporalio.Converters;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Hosting.Encryption;

/// <summary>The data converter of clients and workers, which share it.</summary>
public static class PayloadEncryption
{
    /// <summary>The converter that the configuration asks for: with keys, messages and stack traces of failures are encrypted as
    /// well.</summary>
    /// <param name="settings">The keys; null for readable payloads.</param>
    public static DataConverter Converter(EncryptionSettings? settings) => settings is null ? DataConverter.Default
        : DataConverter.Default with
        {
            PayloadCodec = new EncryptionCodec(settings),
            FailureConverter = new DefaultFailureConverter.WithEncodedCommonAttributes(),
        };
}
