using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class StackTests
{
    [Theory]
    [InlineData("Introduction to Microeconomics")]
    [InlineData("Donaudampfschifffahrtsgesellschaft")]
    public void Of_LongWordInANarrowRoom_IsSetSmallerAndNotTorn(string title)
    {
        var (text, _) = Stack.Of([new StackRow(title, FontStyle.ExtraBold)], new Box(60, 100, 900, 1200), 128, 8, 44).Single();

        text.Lines.Select(line => line.Text.Text).Should().OnlyContain(line => Words(line).All(Words(title).Contains));
    }

    private static string[] Words(string text) => text.Split(' ');
}
