using Temporalio.Converters;

namespace Temporalio.Tests.Converters;

public class EncodedRawValueTests
{
    private static readonly DataConverter Converter = DataConverter.Default with { PayloadCodec = new ReversingCodec() };

    [Fact]
    public async Task ToValueAsync_EitherForm_DecodesAndConverts()
    {
        var value = new EncodedRawValue(Converter, await Converter.ToPayloadAsync(new Sample("a", 1)));

        (await value.ToValueAsync<Sample>()).Should().Be(new Sample("a", 1));
        (await value.ToValueAsync(typeof(Sample))).Should().Be(new Sample("a", 1));
    }
}
