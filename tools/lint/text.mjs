const HAN = /\p{Script=Han}/u;
const GENERATED = /^[A-Za-z]+_[01][0-9a-z]{6}$/;

/** Whether a label is written in Chinese. */
export const isChinese = (text) => HAN.test(text);

/** Whether an id was made up by Modeler (`Activity_0abc12x`) and says nothing. */
export const isGenerated = (id) => GENERATED.test(id);
