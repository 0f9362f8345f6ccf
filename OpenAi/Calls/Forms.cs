using System.ClientModel;

namespace TemporalVideo.OpenAi.Calls;

/// <summary>Parts of calls that are forms, for which the package has no methods of its own.</summary>
internal static class Forms
{
    /// <summary>A PNG as a file of a form.</summary>
    public static ByteArrayContent Picture(byte[] png) => new(png) { Headers = { ContentType = new("image/png") } };

    /// <summary>The form as the body of a call, and its type.</summary>
    public static async Task<(BinaryContent Body, string Type)> BodyOfAsync(
        MultipartFormDataContent form, CancellationToken cancellationToken) =>
        (BinaryContent.Create(BinaryData.FromBytes(await form.ReadAsByteArrayAsync(cancellationToken))),
            form.Headers.ContentType!.ToString());
}
