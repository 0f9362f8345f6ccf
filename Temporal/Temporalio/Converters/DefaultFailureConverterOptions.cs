namespace Temporalio.Converters;

/// <summary>Options of <see cref="DefaultFailureConverter" />.</summary>
public class DefaultFailureConverterOptions
{
    /// <summary>
    /// Whether message and stack trace are moved into a payload, so that a codec can encrypt them; "Encoded failure" is then
    /// the visible message. Default: false.
    /// </summary>
    public bool EncodeCommonAttributes { get; set; }
}
